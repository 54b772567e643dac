/// Inputs joined by a Gaussian copula: what the fan is drawn from, and Shapley effects are defined for.
///
/// It does not turn into ``IndependentInputs`` by itself. Whoever wants indices of the same inputs as if
/// they did not move together writes `IndependentInputs(inputs.distributions)` and says so.
public struct CorrelatedInputs: Hashable, Sendable {
  /// One for each input.
  public let distributions: [Distribution]
  /// What joins them.
  public let copula: GaussianCopula

  /// As many distributions as the copula has dimensions.
  public init(_ distributions: [Distribution], copula: GaussianCopula) throws(SamplingFault) {
    if distributions.count != copula.dimensions {
      throw .distributions(given: distributions.count, needed: copula.dimensions)
    }
    (self.distributions, self.copula) = (distributions, copula)
  }

  /// How many.
  public var count: Int { distributions.count }

  /// A sampler of the fan.
  public func sampler(points: any PointSet) throws(SamplingFault) -> InputSampler {
    try InputSampler(points: points, distributions: distributions, copula: copula)
  }
}
