import DoudiUnits

/// Exact amounts to whole units that keep ranges and pot: largest remainders within bounds.
///
/// Every row starts at its amount rounded down, within its range. Units left go to the largest remainders that have
/// room; units too many (a floor that is no whole number was rounded up) are taken from the smallest. Nobody is moved
/// twice before all with room were moved once.
enum BoundedRounding {
  /// Units and the tie at the last of them, for exact amounts with a sum about the pot and ranges known to fit it.
  static func units(
    _ amounts: [Rational], ranges: [UnitRange], pot: Int64
  ) throws(AllocationFault) -> ([Int64], Tie?) {
    var units = amounts.indices.map { row in
      max(ranges[row].least, min(ranges[row].most(of: pot), Int64(truncatingIfNeeded: amounts[row].floor)))
    }
    let rests = amounts.indices.map { amounts[$0] - Rational(Int128(units[$0]), over: 1) }
    let unknown = rests.indices.filter { !rests[$0].isRepresentable }
    if !unknown.isEmpty { throw .notRepresentable(.amount, rows: unknown) }
    let sum = units.reduce(Int128(0)) { $0 + Int128($1) }
    var left = Int64(truncatingIfNeeded: Int128(pot) - sum)
    if left == 0 { return (units, nil) }
    let step: Int64 = left > 0 ? 1 : -1
    // The first in line is the last to lose.
    let order = units.indices.sorted { a, b in
      if rests[a] == rests[b] { return (a < b) == (step > 0) }
      return isLess(rests[b], rests[a]) == (step > 0)
    }
    var tie: Tie?
    while left != 0 {
      let able = order.filter {
        step > 0 ? units[$0] < ranges[$0].most(of: pot) : units[$0] > ranges[$0].least
      }
      if able.isEmpty { throw .tooLarge(.amount) }
      let moved = able.prefix(Int(clamping: left.magnitude))
      for row in moved { units[row] += step }
      left -= step * Int64(moved.count)
      tie = self.tie(able, moved.count, rests, gains: step > 0)
    }
    return (units, tie)
  }

  private static func tie(_ able: [Int], _ count: Int, _ rests: [Rational], gains: Bool) -> Tie? {
    guard count > 0, count < able.count, rests[able[count - 1]] == rests[able[count]] else { return nil }
    let equal = able.filter { rests[$0] == rests[able[count]] }
    let moved = Set(able.prefix(count))
    return Tie(rows: equal.sorted(), winners: equal.filter { moved.contains($0) == gains }.sorted())
  }

  /// By full products: the general order of fractions is slow beyond 128 bits.
  static func isLess(_ a: Rational, _ b: Rational) -> Bool {
    if (a.numerator < 0) != (b.numerator < 0) { return a.numerator < 0 }
    let (left, right) = (
      WideProduct(a.numerator.magnitude, b.denominator.magnitude),
      WideProduct(b.numerator.magnitude, a.denominator.magnitude)
    )
    return a.numerator < 0 ? right < left : left < right
  }
}
