import DoudiUnits

/// Least and most whole units of each row.
public struct UnitRange: Hashable, Sendable {
  /// Least units, not negative.
  public var least: Int64
  /// Most units, nil without limit.
  public var most: Int64?

  /// Between `least` and `most`.
  public init(atLeast least: Int64 = 0, atMost most: Int64? = nil) {
    (self.least, self.most) = (least, most)
  }

  /// The limit within a pot.
  func most(of pot: Int64) -> Int64 { min(most ?? pot, pot) }
}

extension UnitRange {
  /// Ranges within the pot, checked for the pot to fit between them.
  static func checked(_ ranges: [UnitRange], count: Int, pot: Int64) throws(AllocationFault) -> [UnitRange] {
    if ranges.isEmpty { return Array(repeating: UnitRange(atMost: pot), count: count) }
    guard ranges.count == count else { throw .count(.floor, expected: count, found: ranges.count) }
    let negative = ranges.indices.filter { ranges[$0].least < 0 }
    if !negative.isEmpty { throw .negative(.floor, rows: negative) }
    let crossed = ranges.indices.filter { row in ranges[row].most.map { $0 < ranges[row].least } ?? false }
    if !crossed.isEmpty {
      let by = crossed.map { row in
        Rational(Int128(ranges[row].least) - Int128(ranges[row].most ?? 0), over: 1)
      }
      throw .floorAboveCap(rows: crossed, by: by)
    }
    let (least, most) = ranges.reduce((Int128(0), Int128(0))) { sums, range in
      (sums.0 + Int128(range.least), sums.1 + Int128(range.most(of: pot)))
    }
    if least > Int128(pot) {
      throw .floorsAbovePot(
        floors: Rational(least, over: 1), pot: Rational(Int128(pot), over: 1),
        rows: ranges.indices.filter { ranges[$0].least > 0 })
    }
    if most < Int128(pot) {
      throw .capsBelowPot(
        caps: Rational(most, over: 1), pot: Rational(Int128(pot), over: 1),
        rows: ranges.indices.filter { ranges[$0].most != nil })
    }
    return ranges.map { UnitRange(atLeast: $0.least, atMost: $0.most(of: pot)) }
  }
}
