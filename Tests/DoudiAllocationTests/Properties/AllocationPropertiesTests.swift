import DoudiAllocation
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct AllocationPropertiesTests {
  /// 10,000 cases drawn from a seed, shrunk where one fails.
  static func hold(_ seed: UInt64, count: Int = 10_000, _ holds: (SplitCase) throws -> Bool) throws {
    try forAll(seed: seed, count: count, generator: SplitCase.draw, shrink: SplitCase.simpler, holds: holds)
  }

  @Test func envelopesKeepPotAndBounds() throws {
    try Self.hold(1) { one in
      let result = try one.envelope.allocate()
      let exact = result.rows.reduce(Rational.zero) { $0 + $1.exact }
      let kept = zip(result.rows, one.rows).allSatisfy { row, given in
        let (floor, cap) = (given.floor ?? 0, given.cap ?? .max)
        let isNear = (row.exact - Rational(Int128(row.amount), over: 1)).double.magnitude < 1
        return row.amount >= floor && row.amount <= cap && row.exact >= Rational(floor) && isNear
          && (cap == .max || row.exact <= Rational(cap))
      }
      // 128 bits may not hold the sum of nine fractions; the whole units always add up.
      return kept && result.amounts.reduce(0, +) == one.pot
        && (!exact.isRepresentable || exact == Rational(one.pot))
        && (result.movedUp == result.movedDown || !one.rows.contains { $0.weight > 0 })
    }
  }

  /// level x weight, or a bound on the right side of it.
  @Test func envelopesAreLevelTimesWeightWithinBounds() throws {
    try Self.hold(2, count: 1_000) { one in
      let result = try one.envelope.allocate()
      return zip(result.rows, one.rows).allSatisfy { row, given in
        let plain = result.multiplier * Rational(given.weight)
        switch row.bound?.side {
        case .floor: return plain < row.exact && row.exact == Rational(given.floor ?? -1)
        case .cap: return plain > row.exact && row.exact == Rational(given.cap ?? -1)
        case nil: return plain == row.exact
        }
      }
    }
  }

  @Test func nobodyLosesByALargerPot() throws {
    try Self.hold(3, count: 400) { one in
      var more = one
      more.pot += max(1, one.pot / 7)
      guard more.isFeasible else { return true }
      let (before, after) = (try one.envelope.allocate(), try more.envelope.allocate())
      let exact = zip(before.rows, after.rows).allSatisfy { $0.exact <= $1.exact }
      let divisors = try ApportionmentMethod.allCases.filter { $0 != .largestRemainder }.allSatisfy {
        method in
        guard let (small, large) = try Self.both(one, more, method) else { return true }
        return zip(small.units, large.units).allSatisfy { $0 <= $1 }
      }
      return exact && divisors
    }
  }

  private static func both(
    _ one: SplitCase, _ other: SplitCase, _ method: ApportionmentMethod
  ) throws -> (Apportionment, Apportionment)? {
    do {
      return (
        try Apportionment(Int64(one.pot), weights: one.weights, method: method, ranges: one.ranges),
        try Apportionment(Int64(other.pot), weights: other.weights, method: method, ranges: other.ranges)
      )
    } catch AllocationFault.fewerUnitsThanRows {
      return nil
    }
  }

  @Test func unitsAddUpWithinRangesByEveryMethod() throws {
    try Self.hold(4, count: 500) { one in
      try ApportionmentMethod.allCases.allSatisfy { method in
        guard let (found, _) = try Self.both(one, one, method) else { return one.pot < 1000 * one.rows.count }
        let kept = zip(found.units, one.ranges).allSatisfy { $0 >= $1.least && $0 <= ($1.most ?? .max) }
        return kept && found.units.reduce(0, +) == one.pot
      }
    }
  }

  /// No unit given is worth less than one not given: what the divisor methods mean.
  @Test func divisorMethodsLeaveNoBetterUnit() throws {
    try Self.hold(5, count: 1_000) { one in
      guard let (found, _) = try Self.both(one, one, .webster) else { return true }
      let offers = { (row: Int, units: Int64) in
        Rational(one.weights[row].numerator, over: 2 * Int128(units) + 1)
      }
      let last = one.rows.indices.filter { found.units[$0] > one.ranges[$0].least && one.rows[$0].weight > 0 }
        .map { offers($0, found.units[$0] - 1) }.min()
      let next = one.rows.indices.filter { found.units[$0] < (one.ranges[$0].most ?? .max) }
        .map { offers($0, found.units[$0]) }.max()
      guard let last, let next else { return true }
      return last >= next
    }
  }

  @Test func weightsInAnyUnitGiveTheSame() throws {
    try Self.hold(6, count: 400) { one in
      var other = one.envelope
      other.weights = other.weights.map { $0 * Rational(35, over: 12) }
      let (plain, scaled) = (try one.envelope.allocate(), try other.allocate())
      let units = try ApportionmentMethod.allCases.allSatisfy { method in
        guard let (found, _) = try Self.both(one, one, method) else { return true }
        let again = try Apportionment(other.pot, weights: other.weights, method: method, ranges: one.ranges)
        return found.units == again.units && found.tie == again.tie
      }
      return plain.rows == scaled.rows && units
    }
  }

  @Test func orderMattersForTiesAlone() throws {
    try Self.hold(7, count: 400) { one in
      var turned = one
      turned.rows.reverse()
      let (plain, back) = (try one.envelope.allocate(), try turned.envelope.allocate())
      let exact = plain.rows.map(\.exact) == back.rows.reversed().map(\.exact)
      let units = plain.tie != nil || plain.amounts == back.amounts.reversed()
      let methods = try ApportionmentMethod.allCases.allSatisfy { method in
        guard let (found, other) = try Self.both(one, turned, method) else { return true }
        return found.tie != nil || found.units == other.units.reversed()
      }
      return exact && units && methods && (plain.tie == nil) == (back.tie == nil)
    }
  }

  @Test func aRowOfWeightZeroChangesNothing() throws {
    try Self.hold(8, count: 400) { one in
      var more = one
      more.rows.insert(SplitCase.Row(weight: 0), at: one.rows.count / 2)
      let (plain, other) = (try one.envelope.allocate(), try more.envelope.allocate())
      var rows = other.rows
      let added = rows.remove(at: one.rows.count / 2)
      let methods = try ApportionmentMethod.allCases.allSatisfy { method in
        guard let (found, again) = try Self.both(one, more, method) else { return true }
        var units = again.units
        return units.remove(at: one.rows.count / 2) == 0 && units == found.units
      }
      return added.amount == 0 && rows == plain.rows && methods
    }
  }

  @Test func plainEnvelopesAreLargestRemainders() throws {
    try Self.hold(9, count: 1_000) { one in
      var plain = one
      plain.rows = one.rows.map { SplitCase.Row(weight: $0.weight) }
      guard plain.isFeasible, plain.rows.contains(where: { $0.weight > 0 }) else { return true }
      let units = LargestRemainder.split(Int64(plain.pot), weights: plain.weights)
      let free = Array(repeating: UnitRange(), count: plain.rows.count)
      let pot = Int64(plain.pot)
      let found = try Apportionment(pot, weights: plain.weights, method: .largestRemainder)
      let bounded = try Apportionment(pot, weights: plain.weights, method: .largestRemainder, ranges: free)
      return try plain.envelope.allocate().amounts == units && found == bounded && found.units == units
    }
  }

  @Test func floorsPaidByExcessAreKept() throws {
    try Self.hold(10, count: 1_000) { one in
      var envelope = one.envelope
      envelope.financing = .byExcess
      let result = try envelope.allocate()
      return result.amounts.reduce(0, +) == one.pot
        && zip(result.rows, one.rows).allSatisfy { row, given in
          row.amount >= given.floor ?? 0 && row.amount <= given.cap ?? .max
        }
    }
  }

  @Test func claimsAreNeverExceeded() throws {
    try Self.hold(11, count: 1_000) { one in
      let claims = one.rows.map { Rational(Int128($0.weight), over: 3) }
      return try ClaimRule.allCases.allSatisfy { rule in
        let result = try Rationing(pot: Int64(one.pot), claims: claims, rule: rule).allocate()
        return result.amounts.reduce(0, +) + result.remainder == one.pot
          && zip(result.rows, claims).allSatisfy {
            $0.amount >= 0 && Rational(Int128($0.amount), over: 1) <= $1
          }
      }
    }
  }
}

extension SplitCase.Row {
  init(weight: Int) { self.init(weight: weight, floor: nil, cap: nil) }
}
