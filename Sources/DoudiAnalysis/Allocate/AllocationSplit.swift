public import DoudiAllocation
public import DoudiUnits

/// One row of a split pot.
public struct SplitRow: Sendable {
  /// Weight over the sum of weights; nil where the method has none.
  public var share: Rational?
  /// pot x share.
  public var formula: Rational?
  /// The amount before rounding; nil where it is no fraction of 128 bits, or a linear program's.
  public var exact: Rational?
  /// The same as a number.
  public var value: Double
  /// Whole units.
  public var amount: Int64
  /// The bound that moved the amount.
  public var bound: BoundHit?
  /// Whole units that the row got more than it would without bounds.
  public var moved: Int64
  /// exact - formula; nil where not representable.
  public var movedExact: Rational?
}

/// A split pot, whatever the method.
public struct AllocationSplit: Sendable {
  /// In the order of the rows.
  public var rows: [SplitRow]
  /// What was split.
  public var pot: Int64
  /// What nobody may get.
  public var remainder: Int64 = 0
  /// Units for a weight of 1; nil where the method has none, or several.
  public var multiplier: Rational?
  /// Rows that stood equal at a last unit.
  public var ties: [Tie] = []
  /// True where weights were cut.
  public var weightsScaled = false
  /// True where bounds were rounded inward.
  public var boundsRounded = false
  /// The linear program, for that method.
  public var program: RoundedProgram?

  /// Whole units of all rows.
  public var amounts: [Int64] { rows.map(\.amount) }
}
