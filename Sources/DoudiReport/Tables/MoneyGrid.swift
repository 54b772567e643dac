/// Money of a table in whole printed units that add up down and across.
///
/// Rounding each cell by itself breaks most sums. Here the grand total is rounded half up,
/// the column totals are fitted to it, and each column's cells to its total, always by
/// largest remainder; the total of a row is the sum of its printed cells. Rows then trade
/// units within a column until none is a unit away from its exact total, where that can be
/// done. Columns with the same exact totals print the same totals in every table.
public struct MoneyGrid: Sendable {
  /// Printed units by row, then by column.
  public private(set) var cells: [[Int64]]
  /// Printed units of the column totals.
  public let columnTotals: [Int64]
  /// Printed unit of everything.
  public let total: Int64

  /// Sum of a row's printed cells.
  public func rowTotal(_ row: Int) -> Int64 { cells[row].reduce(0, +) }

  /// Fits the cells.
  /// - Parameters:
  ///   - fen: exact amounts by row, then by column; all rows of one length.
  ///   - quantum: fen in one printed unit.
  ///   - printed: the grand total as it is printed elsewhere; nil: rounded half up.
  public init(fen: [[Int64]], quantum: Int64, total printed: Int64? = nil) {
    let width = fen.first?.count ?? 0
    let exact = (0..<width).map { column in fen.reduce(0) { $0 + $1[column] } }
    total = printed ?? Self.rounded(exact.reduce(0, +), quantum)
    columnTotals = Self.fit(exact, quantum: quantum, total: total)
    cells = fen
    for column in 0..<width {
      let fitted = Self.fit(fen.map { $0[column] }, quantum: quantum, total: columnTotals[column])
      for row in fen.indices { cells[row][column] = fitted[row] }
    }
    trade(fen, quantum)
  }

  /// Half up to whole units.
  public static func rounded(_ fen: Int64, _ quantum: Int64) -> Int64 {
    floored(fen + quantum / 2, quantum)
  }

  /// Whole units with the given sum, each as near to its exact amount as the sum allows:
  /// the amounts are cut, and what is missing goes to the largest remainders.
  public static func fit(_ fen: [Int64], quantum: Int64, total: Int64) -> [Int64] {
    guard !fen.isEmpty else { return [] }
    var units = fen.map { floored($0, quantum) }
    let rests = zip(fen, units).map { $0 - $1 * quantum }
    var missing = total - units.reduce(0, +)
    let order = fen.indices.sorted { (-rests[$0], $0) < (-rests[$1], $1) }
    while missing > 0 {
      for index in order.prefix(Int(clamping: missing)) { units[index] += 1 }
      missing -= Int64(min(Int(clamping: missing), order.count))
    }
    while missing < 0 {
      for index in order.suffix(Int(clamping: -missing)) { units[index] -= 1 }
      missing += Int64(min(Int(clamping: -missing), order.count))
    }
    return units
  }

  /// Whole units of a column some of whose figures are already printed elsewhere: those stay, and the others
  /// are fitted so that the sum comes as near to the rounded total as cutting or raising each allows.
  /// - Parameters:
  ///   - fen: exact amounts.
  ///   - anchors: printed units of each amount that another table or column shows; nil: free.
  ///   - quantum: fen in one printed unit.
  /// - Returns: as many printed units.
  public static func fit(_ fen: [Int64], anchors: [Int64?], quantum: Int64) -> [Int64] {
    let free = fen.indices.filter { !anchors.indices.contains($0) || anchors[$0] == nil }
    let low = free.reduce(Int64(0)) { $0 + floored(fen[$1], quantum) }
    let high = free.reduce(Int64(0)) { $0 - floored(-fen[$1], quantum) }
    let target = rounded(fen.reduce(0, +), quantum) - anchors.reduce(0) { $0 + ($1 ?? 0) }
    let fitted = fit(free.map { fen[$0] }, quantum: quantum, total: min(max(target, low), high))
    var units = fen.indices.map { anchors.indices.contains($0) ? anchors[$0] ?? 0 : 0 }
    for (index, one) in zip(free, fitted) { units[index] = one }
    return units
  }

  /// The same where some amounts are not known.
  static func fit(known fen: [Int64?], anchors: [Int64?], quantum: Int64) -> [Int64?] {
    let known = fen.indices.filter { fen[$0] != nil }
    let fitted = fit(
      known.compactMap { fen[$0] }, anchors: known.map { anchors.indices.contains($0) ? anchors[$0] : nil },
      quantum: quantum)
    var units = fen.map { _ in Int64?.none }
    for (index, one) in zip(known, fitted) { units[index] = one }
    return units
  }

  static func floored(_ value: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// Moves units between rows within a column while that brings row totals nearer.
  private mutating func trade(_ fen: [[Int64]], _ quantum: Int64) {
    for _ in 0..<(4 * fen.count) {
      let gaps = fen.indices.map { rowTotal($0) * quantum - fen[$0].reduce(0, +) }
      guard let high = gaps.indices.max(by: { gaps[$0] < gaps[$1] }), gaps[high] >= quantum,
        let swap = partner(of: high, fen, gaps, quantum)
      else { return }
      cells[high][swap.column] -= 1
      cells[swap.row][swap.column] += 1
    }
  }

  /// The row furthest below its exact total that can take a unit from `high` in some column
  /// without either cell leaving the units around its exact amount.
  private func partner(
    of high: Int, _ fen: [[Int64]], _ gaps: [Int64], _ quantum: Int64
  ) -> (row: Int, column: Int)? {
    for row in gaps.indices.sorted(by: { gaps[$0] < gaps[$1] }) where gaps[row] < gaps[high] - quantum {
      for column in fen[high].indices {
        let canGive = cells[high][column] * quantum > fen[high][column]
        let canTake = cells[row][column] * quantum < fen[row][column]
        if canGive && canTake { return (row, column) }
      }
    }
    return nil
  }
}
