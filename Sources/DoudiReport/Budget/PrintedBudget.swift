/// The money of a budget table in whole printed units that agree with each other.
///
/// This year's figures are those of the summary. The base is fitted to its own total; the change of a row
/// is the difference of what is printed, and its causes are fitted to that change.
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
  ///   - quantum: fen in one printed unit.
  init(_ rows: [BudgetFigures], printed: [Int64], quantum: Int64) {
    lastBudget = Self.fit(rows.map(\.lastBudget), quantum)
    lastOutturn = Self.fit(rows.map(\.lastOutturn), quantum)
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

  private static func fit(_ column: [Int64?], _ quantum: Int64) -> [Int64?] {
    let known = column.compactMap { $0 }
    var fitted = MoneyGrid.fit(
      known, quantum: quantum, total: MoneyGrid.rounded(known.reduce(0, +), quantum)
    ).makeIterator()
    return column.map { $0 == nil ? nil : fitted.next() }
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
