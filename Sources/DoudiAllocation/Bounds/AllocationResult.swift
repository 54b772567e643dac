public import DoudiUnits

/// One row of a split pot. Amounts are in units of the pot.
public struct AllocationRow: Hashable, Sendable {
  /// w / sum(w).
  public let share: Rational
  /// pot x share: the amount without bounds.
  public let formula: Rational
  /// The amount with bounds, before rounding.
  public let exact: Rational
  /// Whole units.
  public let amount: Int64
  /// The bound that moved the amount; nil where none did.
  public let bound: BoundHit?
  /// exact - formula; ``Rational/notRepresentable`` where 128 bits do not hold the difference. Both terms are exact.
  public let moved: Rational
  /// The amount less the whole units that the row would get without any bounds.
  public let movedUnits: Int64
  /// The amount less the exact one, rounded down: 1 where rounding gave the row a unit.
  public let unitsFromRounding: Int64
}

/// A split pot: rows in the order given, and what concerns all of them.
public struct AllocationResult: Hashable, Sendable {
  /// What was split.
  public let pot: Int64
  /// One for each row asked for; their amounts add up to ``pot`` less ``remainder``.
  public let rows: [AllocationRow]
  /// What nobody may get: claims or caps are met. 0 unless said otherwise.
  public let remainder: Int64
  /// Units for a weight of 1 in rows that no bound moved; ``Rational/notRepresentable`` where weights were cut.
  public let multiplier: Rational
  /// Whole units that bounds moved to rows, and from others.
  public let movedUp: Int64
  /// Whole units that bounds took from rows; the same as ``movedUp`` but for the remainder.
  public let movedDown: Int64
  /// Rows that stood equal where the last unit was given.
  public let tie: Tie?
  /// True where weights did not fit and were cut, see ``Envelope``.
  public let weightsScaled: Bool
  /// True where floors and caps had too fine a common denominator and were rounded inward to a millionth.
  public let boundsRounded: Bool

  /// Whole units of all rows.
  public var amounts: [Int64] { rows.map(\.amount) }
}

/// What a split has found before it is rounded.
struct ExactSplit {
  var amounts: [Rational]
  var hits: [BoundHit?]
  var multiplier: Rational
  var weightsScaled: Bool
  var boundsRounded: Bool
}

extension AllocationResult {
  /// Rounds and compares with the split without bounds.
  init(
    pot: Int64, remainder: Int64 = 0, split: ExactSplit, weights: WholeWeights, ranges: [UnitRange]
  ) throws(AllocationFault) {
    let (units, tie) = try BoundedRounding.units(split.amounts, ranges: ranges, pot: pot - remainder)
    let sum = Rational(Int128(truncatingIfNeeded: weights.sum), over: 1)
    let perWeight = weights.sum > 0 ? Rational(Int128(pot), over: 1) / sum : .zero
    let plain =
      weights.sum > 0
      ? LargestRemainder.split(pot, weights: weights.values.map { Rational(Int128($0), over: 1) })
      : weights.values.map { _ in 0 }
    rows = units.indices.map { row in
      let whole = Rational(Int128(weights.values[row]), over: 1)
      let formula = perWeight * whole
      return AllocationRow(
        share: weights.sum > 0 ? whole / sum : .zero, formula: formula, exact: split.amounts[row],
        amount: units[row], bound: split.hits[row],
        moved: split.amounts[row] == formula ? .zero : split.amounts[row] - formula,
        movedUnits: units[row] - plain[row],
        unitsFromRounding: units[row] - Int64(truncatingIfNeeded: split.amounts[row].floor))
    }
    (self.pot, self.remainder, self.tie, multiplier) = (pot, remainder, tie, split.multiplier)
    movedUp = rows.reduce(0) { $0 + max(0, $1.movedUnits) }
    movedDown = rows.reduce(0) { $0 + max(0, -$1.movedUnits) }
    (weightsScaled, boundsRounded) = (split.weightsScaled, split.boundsRounded)
  }
}
