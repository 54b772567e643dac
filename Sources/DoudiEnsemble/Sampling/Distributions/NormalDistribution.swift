/// The normal distribution.
///
/// ```
/// x(u) = mean + sd Phi^-1(u)
/// ```
public struct NormalDistribution: PartialMoments {
  public let mean: Double
  public let standardDeviation: Double

  /// By mean and standard deviation, in the unit of the value.
  public init(mean: Double, standardDeviation: Double) throws(DistributionFault) {
    try DistributionFault.finite(mean, "mean")
    try DistributionFault.positive(standardDeviation, "standardDeviation")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  public func quantile(_ u: Double) -> Double { mean + standardDeviation * NormalQuantile.value(u) }

  public func cumulative(_ x: Double) -> Double { NormalProbability.below((x - mean) / standardDeviation) }

  var origin: Double { mean }
  var scale: Double { standardDeviation }

  func moments(to x: Double) -> Moments { .normal(to: (x - mean) / standardDeviation) }
}
