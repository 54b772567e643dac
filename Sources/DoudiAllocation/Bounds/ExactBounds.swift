import DoudiUnits

/// Bounds of all rows, checked, over one denominator.
///
/// Denominators up to 2^32 are kept. Beyond that floors are rounded up and caps down to a millionth of a unit,
/// and `isRounded` says so.
struct ExactBounds {
  private(set) var floors: [Rational]
  private(set) var caps: [Rational?]
  private(set) var isRounded = false
  /// Whole units between which each amount must lie, within the pot.
  private(set) var units: [UnitRange] = []
  private(set) var denominator: UInt128 = 1

  private static let finest: UInt128 = 1 << 32
  private static let grid: Int128 = 1_000_000

  /// One bound for each row, or none at all; the pot in whole units.
  init(_ bounds: [RowBounds], count: Int, pot: Int64) throws(AllocationFault) {
    guard bounds.isEmpty || bounds.count == count else {
      throw .count(.floor, expected: count, found: bounds.count)
    }
    floors = bounds.isEmpty ? Array(repeating: .zero, count: count) : bounds.map { $0.floor?.value ?? .zero }
    caps = bounds.isEmpty ? Array(repeating: nil, count: count) : bounds.map { $0.cap?.value }
    try checkValues()
    try checkOrder()
    try checkSums(pot)
    try bringToGrid()
    try fitUnits(pot)
  }

  private func checkValues() throws(AllocationFault) {
    for (item, values) in [(AllocationItem.floor, floors), (.cap, caps.map { $0 ?? .zero })] {
      let unknown = values.indices.filter { !values[$0].isRepresentable }
      if !unknown.isEmpty { throw .notRepresentable(item, rows: unknown) }
      let negative = values.indices.filter { values[$0] < .zero }
      if !negative.isEmpty { throw .negative(item, rows: negative) }
    }
  }

  private func checkOrder() throws(AllocationFault) {
    let crossed = floors.indices.filter { row in caps[row].map { $0 < floors[row] } ?? false }
    if crossed.isEmpty { return }
    throw .floorAboveCap(rows: crossed, by: crossed.map { floors[$0] - (caps[$0] ?? .zero) })
  }

  private func checkSums(_ pot: Int64) throws(AllocationFault) {
    let pot = Rational(Int128(pot), over: 1)
    let sum = floors.reduce(.zero, +)
    if floors.contains(where: { $0 > pot }) || sum > pot {
      throw .floorsAbovePot(floors: sum, pot: pot, rows: floors.indices.filter { floors[$0] > .zero })
    }
    if caps.contains(where: { $0 == nil }) { return }
    let most = caps.reduce(.zero) { $0 + min($1 ?? pot, pot) }
    if most < pot { throw .capsBelowPot(caps: most, pot: pot, rows: Array(caps.indices)) }
  }

  private mutating func bringToGrid() throws(AllocationFault) {
    let all = floors + caps.map { $0 ?? .zero }
    if let common = WholeWeights.commonDenominator(all), common <= Self.finest {
      denominator = common
      return
    }
    let grid = Rational(Self.grid, over: 1)
    floors = floors.map { Rational(($0 * grid).ceiling, over: Self.grid) }
    caps = caps.map { cap in
      cap.map { $0 * grid }.map { $0.isRepresentable ? Rational($0.floor, over: Self.grid) : nil } ?? nil
    }
    (denominator, isRounded) = (UInt128(Self.grid), true)
    try checkOrder()
  }

  private mutating func fitUnits(_ pot: Int64) throws(AllocationFault) {
    let whole = Rational(Int128(pot), over: 1)
    units = floors.indices.map { row in
      UnitRange(
        atLeast: Int64(truncatingIfNeeded: floors[row].ceiling),
        atMost: Int64(truncatingIfNeeded: min(caps[row] ?? whole, whole).floor))
    }
    let empty = units.indices.filter { units[$0].least > units[$0].most(of: pot) }
    if !empty.isEmpty { throw .noWholeUnits(rows: empty) }
    _ = try UnitRange.checked(units, count: units.count, pot: pot)
  }
}
