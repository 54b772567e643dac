public import DoudiUnits

/// Whole units in proportion to weights: the parts, and what there is to say about them.
///
/// Holds: the parts add up to the pot; every range is kept; weights multiplied by one number give the same parts;
/// divisor methods give nobody less of a larger pot; the order of rows matters for ties alone.
/// Does not hold: a larger pot gives nobody less by ``ApportionmentMethod/largestRemainder`` (Alabama paradox);
/// divisor methods keep within one unit of the quota.
public struct Apportionment: Hashable, Sendable {
  /// Units of each row; their sum is the pot.
  public let units: [Int64]
  /// pot x w / sum(w), exact for the weights used; without regard to ranges.
  public let quotas: [Rational]
  /// Rows that stood equal at the last unit; nil where none did.
  public let tie: Tie?
  /// True where weights did not fit 62 bits over their common denominator and were cut to 62 bits.
  public let weightsScaled: Bool

  /// Splits `pot` units.
  ///
  /// Work: one sort of breakpoints, then at most about two units for each row through a priority queue, whatever
  /// the pot.
  /// - Parameters:
  ///   - pot: whole units, not negative, at most ``Envelope/largestPot``.
  ///   - weights: not negative; a weight of zero gets its least units only.
  ///   - method: largest remainder or a divisor method.
  ///   - ranges: least and most units of each row; empty for none.
  /// - Throws: ``AllocationFault``, naming rows.
  public init(
    _ pot: Int64, weights: [Rational], method: ApportionmentMethod, ranges: [UnitRange] = []
  ) throws(AllocationFault) {
    guard 0...Envelope.largestPot ~= pot else { throw .pot(pot) }
    let whole = try WholeWeights(weights)
    let limits = try UnitRange.checked(ranges, count: weights.count, pot: pot)
    let left = limits.reduce(Int128(pot)) { $0 - Int128($1.least) }
    let open = limits.indices.filter { whole.values[$0] > 0 }
    let room = open.reduce(Int128(0)) { $0 + Int128(limits[$1].most(of: pot) - limits[$1].least) }
    if room < left { throw .noPositiveWeight(left: Rational(left - room, over: 1)) }
    if method.givesEveryRowOne {
      let needed = open.filter { limits[$0].least == 0 && limits[$0].most(of: pot) > 0 }
      if Int128(needed.count) > left { throw .fewerUnitsThanRows(units: Int64(left), rows: needed.count) }
    }
    weightsScaled = whole.isScaled
    quotas = Self.quotas(pot, whole)
    switch method {
    case .largestRemainder where ranges.isEmpty && whole.sum > 0:
      (units, tie) = Self.largestRemainder(pot, whole)
    case .largestRemainder:
      let filling = try WaterFilling(pot: pot, weights: whole, ranges: limits)
      (units, tie) = try BoundedRounding.units(filling.amounts, ranges: limits, pot: pot)
    default:
      (units, tie) = try Self.byPriority(pot, whole, limits, method)
    }
  }

  private static func quotas(_ pot: Int64, _ whole: WholeWeights) -> [Rational] {
    guard whole.sum > 0 else { return whole.values.map { _ in .zero } }
    let sum = Int128(truncatingIfNeeded: whole.sum)
    return whole.values.map { Rational(Int128($0) * Int128(pot), over: sum) }
  }

  /// The parts of ``LargestRemainder``, and who stood equal at the last of its units.
  private static func largestRemainder(_ pot: Int64, _ whole: WholeWeights) -> ([Int64], Tie?) {
    let units = LargestRemainder.split(pot, weights: whole.values.map { Rational(Int128($0), over: 1) })
    let rests = whole.values.map { (UInt128($0) * UInt128(pot)) % whole.sum }
    let raised = units.indices.filter { row in
      UInt128(units[row]) != UInt128(whole.values[row]) * UInt128(pot) / whole.sum
    }
    guard let last = raised.map({ rests[$0] }).min() else { return (units, nil) }
    let equal = rests.indices.filter { rests[$0] == last }
    let winners = equal.filter { raised.contains($0) }
    return (units, winners.count < equal.count ? Tie(rows: equal, winners: winners) : nil)
  }
}
