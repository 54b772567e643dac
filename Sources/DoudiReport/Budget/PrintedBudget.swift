/// The money of a budget table in whole printed units that agree with each other.
///
/// This year's figures are those of the summary, and last year's, where the run gives them, those of the
/// table before. A base that is given is fitted to its own total, where it is not what is printed already:
/// equal money prints equal. The change of a row is the difference of what is printed, and its causes are
/// fitted to that change.
struct PrintedBudget {
  let lastBudget: [Int64?]
  let lastOutturn: [Int64?]
  let budget: [Int64?]
  let change: [Int64?]
  /// By row, in the order of ``ChangeParts/all``.
  let parts: [[Int64]?]

  /// Fits.
  /// - Parameters:
  ///   - rows: exact figures.
  ///   - printed: this year's budget of each row as the summary prints it.
  ///   - before: the year before as its own table prints it; nil: that year is not projected.
  ///   - quantum: fen in one printed unit.
  init(_ rows: [BudgetFigures], printed: [Int64], before: [Int64]?, quantum: Int64) {
    let now = zip(rows, printed).map { (fen: Optional($0.budget), units: Optional($1)) }
    let last = rows.map(\.lastBudget)
    let known = before.map { units in last.indices.map { last[$0] == nil ? nil : units[$0] } }
    let lastBudget = known ?? MoneyGrid.fit(known: last, anchors: Self.same(last, [now]), quantum: quantum)
    let outturn = rows.map(\.lastOutturn)
    let anchors = Self.same(outturn, [now, zip(last, lastBudget).map { (fen: $0, units: $1) }])
    let lastOutturn = MoneyGrid.fit(known: outturn, anchors: anchors, quantum: quantum)
    (self.lastBudget, self.lastOutturn) = (lastBudget, lastOutturn)
    hasOther = rows.contains { ($0.parts?.other ?? 0) != 0 }
    budget = printed
    // Where only some rows have an outturn, the others are compared with their budget.
    let base = zip(rows, zip(lastBudget, lastOutturn)).map { row, last in
      row.base == nil ? nil : last.1 ?? last.0
    }
    let change = zip(printed, base).map { now, before in before.map { now - $0 } }
    self.change = change
    parts = zip(rows, change).map { row, change in
      guard let parts = row.parts?.all, let change else { return nil }
      return Self.fit(parts, quantum, to: change)
    }
  }

  /// True where last year's figures differ from what the rules give.
  let hasOther: Bool

  /// The change of all rows in per cent; NaN where the base of one is not known.
  func percent(_ rows: [BudgetFigures]) -> Double {
    let bases = rows.compactMap(\.base)
    let base = bases.reduce(0, +)
    guard bases.count == rows.count, base != 0 else { return .nan }
    return Double(rows.reduce(0) { $0 + $1.budget } - base) / Double(base) * 100
  }

  /// The sum of a column; nil where one figure is not given.
  static func sum(_ column: [Int64?]) -> Int64? {
    column.contains { $0 == nil } ? nil : column.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// What other columns print for the same money of the same row.
  private static func same(_ fen: [Int64?], _ columns: [[(fen: Int64?, units: Int64?)]]) -> [Int64?] {
    fen.indices.map { row in
      columns.lazy.compactMap { $0[row].fen == fen[row] ? $0[row].units : nil }.first
    }
  }

  /// Parts fitted to a printed total; a part of zero prints zero where another is not, and a last digit
  /// that stands for no change at all falls to the first.
  private static func fit(_ parts: [Int64], _ quantum: Int64, to total: Int64) -> [Int64] {
    var open = parts.indices.filter { parts[$0] != 0 }
    if open.isEmpty { open = [0] }
    var printed = parts.map { _ in Int64(0) }
    let fitted = MoneyGrid.fit(open.map { parts[$0] }, quantum: quantum, total: total)
    for (index, units) in zip(open, fitted) { printed[index] = units }
    return printed
  }
}
