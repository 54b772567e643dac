public import DoudiUnits

/// A pot to be split in proportion to weights between floors and caps.
///
///     amount_i = min(max(level x w_i, floor_i), cap_i),   sum = pot
///
/// All exact until the last step, which gives whole units by largest remainder within the bounds; a floor that is
/// no whole number is kept by the unit above, a cap by the unit below.
///
/// **Beyond 128 bits.** Weights become whole numbers over their common denominator, without their common divisor. Where
/// the largest of them and the pot (over the bounds' common denominator) together take more than 126 bits, all weights are
/// cut to the bits there are, at least 39 of the largest weight, and ``AllocationResult/weightsScaled`` says so.
/// A pot of 10^15 in whole units leaves 62 bits for weights.
public struct Envelope: Sendable {
  /// The largest pot that is split, the ledger's largest line.
  public static let largestPot = Money.largestLine

  /// Who pays for floors.
  public enum FloorFinancing: String, CaseIterable, Hashable, Sendable {
    /// Rows above their floors keep the proportions of their weights: plain water-filling.
    case byWeight = "by_weight"
    /// Rows above their floors give up the same part of what they have above them:
    /// x_i = f_i + (u_i - f_i)+ x (pot - sum f) / sum (u - f)+, u the amounts without floors.
    case byExcess = "by_excess"
  }

  /// Whole units to split.
  public var pot: Int64
  /// One weight for each row.
  public var weights: [Rational]
  /// Floors and caps of each row; empty for none.
  public var bounds: [RowBounds]
  /// Who pays for floors.
  public var financing: FloorFinancing

  /// A pot, weights, bounds.
  public init(
    pot: Int64, weights: [Rational], bounds: [RowBounds] = [], financing: FloorFinancing = .byWeight
  ) {
    (self.pot, self.weights, self.bounds, self.financing) = (pot, weights, bounds, financing)
  }

  /// Splits the pot.
  /// - Throws: ``AllocationFault``, naming rows and amounts.
  public func allocate() throws(AllocationFault) -> AllocationResult {
    guard 0...Self.largestPot ~= pot else { throw .pot(pot) }
    if weights.isEmpty { throw .noRows }
    let exact = try ExactBounds(bounds, count: weights.count, pot: pot)
    let whole = try WholeWeights(weights, bits: bits(exact))
    let split =
      switch financing {
      case .byWeight: try byWeight(whole, exact)
      case .byExcess: try byExcess(whole, exact)
      }
    return try AllocationResult(pot: pot, split: split, weights: whole, ranges: exact.units)
  }

  /// Bits that are left for weights. By excess floors are added to amounts, and the sum of all weights is in the
  /// denominator.
  private func bits(_ exact: ExactBounds) -> Int {
    let left = 126 - (UInt128(pot) * exact.denominator).bitLength
    return financing == .byExcess ? left - UInt128(weights.count).bitLength : left
  }

  private func byWeight(_ whole: WholeWeights, _ exact: ExactBounds) throws(AllocationFault) -> ExactSplit {
    let filling = try WaterFilling(
      pot: Rational(Int128(pot), over: 1), weights: whole, floors: exact.floors, caps: exact.caps,
      denominator: exact.denominator)
    return ExactSplit(
      amounts: filling.amounts,
      hits: filling.sides.indices.map { hit(filling.sides[$0], $0) },
      multiplier: filling.level * whole.scale, weightsScaled: whole.isScaled, boundsRounded: exact.isRounded)
  }

  private func hit(_ side: WaterFilling.Side, _ row: Int) -> BoundHit? {
    switch side {
    case .free: nil
    case .floor: bounds.isEmpty ? nil : bounds[row].floor.map { BoundHit(side: .floor, bound: $0) }
    case .cap: bounds.isEmpty ? nil : bounds[row].cap.map { BoundHit(side: .cap, bound: $0) }
    }
  }

  /// One step, no iteration: what the lifted rows need is what the others have too much.
  private func byExcess(_ whole: WholeWeights, _ exact: ExactBounds) throws(AllocationFault) -> ExactSplit {
    let all = Rational(Int128(pot), over: 1)
    let zero = Array(repeating: Rational.zero, count: weights.count)
    // Without its floor a row of weight zero takes nothing, and the caps of the others may not hold the pot.
    let room = weights.indices.filter { weights[$0] > .zero }
      .reduce(Rational.zero) { $0 + min(exact.caps[$1] ?? all, all) }
    let before = try WaterFilling(
      pot: min(all, room), weights: whole, floors: zero, caps: exact.caps, denominator: exact.denominator)
    let excess = before.amounts.indices.map { max(.zero, before.amounts[$0] - exact.floors[$0]) }
    let parts = try WholeWeights(excess, bits: bits(exact))
    let rest = all - exact.floors.reduce(.zero, +)
    let shared = try WaterFilling(
      pot: rest, weights: parts, floors: zero, caps: zero.map { _ in nil }, denominator: exact.denominator)
    return ExactSplit(
      amounts: shared.amounts.indices.map { exact.floors[$0] + shared.amounts[$0] },
      hits: before.sides.indices.map { row in
        if before.amounts[row] < exact.floors[row] { return hit(.floor, row) }
        return before.sides[row] == .cap ? hit(.cap, row) : nil
      },
      multiplier: before.level * whole.scale, weightsScaled: whole.isScaled || parts.isScaled,
      boundsRounded: exact.isRounded)
  }
}
