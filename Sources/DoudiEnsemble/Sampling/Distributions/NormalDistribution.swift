/// The normal distribution.
///
/// ```
/// x(u) = mean + sd Phi^-1(u)
/// ```
public struct NormalDistribution: PartialMoments {
  /// The expectation, in the unit of the value.
  public let mean: Double
  /// The root of the variance, in the unit of the value.
  public let standardDeviation: Double

  /// By mean and standard deviation, in the unit of the value.
  public init(mean: Double, standardDeviation: Double) throws(DistributionFault) {
    try DistributionFault.finite(mean, "mean")
    try DistributionFault.positive(standardDeviation, "standardDeviation")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The value that a draw is below with probability u; NaN for u outside 0...1.
  public func quantile(_ u: Double) -> Double { mean + standardDeviation * NormalQuantile.value(u) }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double { NormalProbability.below((x - mean) / standardDeviation) }

  var origin: Double { mean }
  var scale: Double { standardDeviation }

  func moments(to x: Double) -> Moments { .normal(to: (x - mean) / standardDeviation) }
}
