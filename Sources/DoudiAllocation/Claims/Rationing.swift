public import DoudiUnits

/// Claims on a pot that may be too small for them.
///
/// Nobody gets more than the claim. Where the pot is above all claims (and caps), everybody gets the claim rounded
/// down to whole units and ``AllocationResult/remainder`` says what is left.
///
/// Proportional and max-min coverage are the same water-filling, level x claim within bounds, as long as nobody has a
/// priority: raising the least coverage first is what a common level does. Priorities q tilt it to
/// level x q x claim. Equal awards is max-min of amounts instead of coverage.
public struct Rationing: Sendable {
  /// Whole units to give out.
  public var pot: Int64
  /// One claim for each row, not negative.
  public var claims: [Rational]
  /// How.
  public var rule: ClaimRule
  /// Floors and caps besides the claims; empty for none. The Talmud's rule knows none.
  public var bounds: [RowBounds]
  /// Priorities of max-min coverage; empty for all alike.
  public var priorities: [Rational]

  /// A pot, claims and the rule between them.
  public init(
    pot: Int64, claims: [Rational], rule: ClaimRule, bounds: [RowBounds] = [], priorities: [Rational] = []
  ) {
    (self.pot, self.claims, self.rule) = (pot, claims, rule)
    (self.bounds, self.priorities) = (bounds, priorities)
  }

  /// Rations the pot. `share` and `formula` of the rows are those of the rule's weights: claims, and for equal awards and
  /// losses a head each.
  public func allocate() throws(AllocationFault) -> AllocationResult {
    guard 0...Envelope.largestPot ~= pot else { throw .pot(pot) }
    let limits = try limits()
    let most = limits.reduce(Int128(0)) { sum, row in
      let cap = min(row.cap?.value ?? .zero, Rational(Int128(Envelope.largestPot), over: 1))
      return sum + cap.floor
    }
    let paid = Int64(min(Int128(pot), most))
    let exact = try ExactBounds(limits, count: claims.count, pot: paid)
    let bits = 126 - (UInt128(pot) * exact.denominator).bitLength
    let weights = try WholeWeights(try weights(), bits: bits)
    let split = try split(paid, exact, weights, limits)
    return try AllocationResult(
      pot: pot, remainder: pot - paid, split: split, weights: weights, ranges: exact.units)
  }

  private func limits() throws(AllocationFault) -> [RowBounds] {
    if claims.isEmpty { throw .noRows }
    let unknown = claims.indices.filter { !claims[$0].isRepresentable }
    if !unknown.isEmpty { throw .notRepresentable(.claim, rows: unknown) }
    let negative = claims.indices.filter { claims[$0] < .zero }
    if !negative.isEmpty { throw .negative(.claim, rows: negative) }
    let largest = Rational(Int128(Envelope.largestPot), over: 1)
    if claims.contains(where: { $0 > largest }) { throw .tooLarge(.claim) }
    guard bounds.isEmpty || bounds.count == claims.count else {
      throw .count(.floor, expected: claims.count, found: bounds.count)
    }
    if rule == .talmud {
      let bounded = bounds.indices.filter { bounds[$0] != .none }
      if !bounded.isEmpty { throw .boundsNotMeaningful(rows: bounded) }
    }
    return claims.indices.map { row in
      var limit = bounds.isEmpty ? RowBounds.none : bounds[row]
      limit.limit(to: claims[row], because: .claim)
      return limit
    }
  }

  private func weights() throws(AllocationFault) -> [Rational] {
    switch rule {
    case .constrainedEqualAwards, .constrainedEqualLosses: return claims.map { $0 > .zero ? .one : .zero }
    case .proportional, .talmud: return claims
    case .maxMinCoverage:
      if priorities.isEmpty { return claims }
      guard priorities.count == claims.count else {
        throw .count(.weight, expected: claims.count, found: priorities.count)
      }
      return claims.indices.map { claims[$0] * priorities[$0] }
    }
  }
}
