/// Inputs that do not depend on each other: what Sobol' indices, chaos and screening are defined for.
///
/// There is no copula in it and no way to add one. Correlated inputs are ``CorrelatedInputs``, which no
/// index of this kind takes: the share of variance "of one input" has no meaning where it moves with
/// another, and a program that computed it all the same would print shares that do not add up. For those
/// there are ``ShapleyDesign`` and the fan.
public struct IndependentInputs: Hashable, Sendable {
  /// One for each input.
  public let distributions: [Distribution]

  /// Inputs by their distributions.
  public init(_ distributions: [Distribution]) {
    self.distributions = distributions
  }

  /// How many.
  public var count: Int { distributions.count }

  /// Writes values of all inputs: input i from dimension `firstDimension + i` of `points`.
  func fill(
    _ block: UnsafeMutableBufferPointer<Double>, draws: Range<Int>, of points: some PointSet,
    firstDimension: Int = 0
  ) {
    for (input, distribution) in distributions.enumerated() {
      let column = block.column(input, draws.count)
      points.fill(draws: draws, dimension: firstDimension + input, into: column)
      distribution.apply(to: column)
    }
  }
}
