import DoudiUnits

/// Every rule by water-filling: of amounts, or of losses.
extension Rationing {
  func split(
    _ paid: Int64, _ exact: ExactBounds, _ weights: WholeWeights, _ limits: [RowBounds]
  ) throws(AllocationFault) -> ExactSplit {
    let pot = Rational(Int128(paid), over: 1)
    let caps = exact.caps.map { $0 ?? .zero }
    switch rule {
    case .proportional, .maxMinCoverage, .constrainedEqualAwards:
      let filling = try WaterFilling(
        pot: pot, weights: weights, floors: exact.floors, caps: exact.caps, denominator: exact.denominator)
      return found(filling, filling.amounts, weights, exact, limits)
    case .constrainedEqualLosses:
      // Losses are shared as equal awards are: between claim - cap and claim - floor.
      let claimed = claims.map { grid($0, exact) }
      let filling = try WaterFilling(
        pot: claimed.reduce(.zero, +) - pot, weights: weights,
        floors: caps.indices.map { max(.zero, claimed[$0] - caps[$0]) },
        caps: caps.indices.map { claimed[$0] - exact.floors[$0] }, denominator: exact.denominator)
      let amounts = caps.indices.map { claimed[$0] - filling.amounts[$0] }
      return found(filling, amounts, weights, exact, limits, losses: true)
    case .talmud: return try talmud(pot, caps, exact, weights, limits)
    }
  }

  /// Halves are halves of the exact claims, so that everything is counted in half units of the denominator.
  private func talmud(
    _ pot: Rational, _ claimed: [Rational], _ exact: ExactBounds, _ weights: WholeWeights,
    _ limits: [RowBounds]
  ) throws(AllocationFault) -> ExactSplit {
    let sum = claimed.reduce(.zero, +)
    let half = Rational(1, over: 2)
    let heads = try WholeWeights(claimed.map { $0 > .zero ? .one : .zero })
    let halves: [Rational?] = claimed.map { $0 * half }
    let fromBelow = pot <= sum * half
    let filling = try WaterFilling(
      pot: fromBelow ? pot : sum - pot, weights: heads, floors: claimed.map { _ in .zero }, caps: halves,
      denominator: exact.denominator * 2)
    let amounts = fromBelow ? filling.amounts : claimed.indices.map { claimed[$0] - filling.amounts[$0] }
    var split = found(filling, amounts, heads, exact, limits)
    split.hits = split.hits.map { _ in nil }
    split.weightsScaled = weights.isScaled
    return split
  }

  /// A claim as the bounds see it: on their grid, rounded down where it is finer.
  private func grid(_ claim: Rational, _ exact: ExactBounds) -> Rational {
    let scale = Rational(Int128(exact.denominator), over: 1)
    return Rational((claim * scale).floor, over: Int128(exact.denominator))
  }

  private func found(
    _ filling: WaterFilling, _ amounts: [Rational], _ weights: WholeWeights, _ exact: ExactBounds,
    _ limits: [RowBounds], losses: Bool = false
  ) -> ExactSplit {
    let hits = filling.sides.indices.map { row -> BoundHit? in
      switch filling.sides[row] {
      case .free: nil
      case .floor:
        losses
          ? limits[row].cap.map { BoundHit(side: .cap, bound: $0) }
          : limits[row].floor.map { BoundHit(side: .floor, bound: $0) }
      case .cap:
        losses
          ? limits[row].floor.map { BoundHit(side: .floor, bound: $0) }
          : limits[row].cap.map { BoundHit(side: .cap, bound: $0) }
      }
    }
    return ExactSplit(
      amounts: amounts, hits: hits, multiplier: filling.level * weights.scale,
      weightsScaled: weights.isScaled,
      boundsRounded: exact.isRounded)
  }
}
