/// The uniform distribution between two bounds.
///
/// ```
/// x(u) = low + u (high - low),  mean = (low + high) / 2,  sd = (high - low) / sqrt(12)
/// ```
public struct UniformDistribution: PartialMoments {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double

  /// By its bounds; `high` is above `low`.
  public init(low: Double, high: Double) throws(DistributionFault) {
    try DistributionFault.finite(low, "low")
    try DistributionFault.finite(high, "high")
    if high <= low { throw DistributionFault("high", .notAbove("low")) }
    if !(high - low).isFinite { throw DistributionFault("high", .tooLarge) }
    self.low = low
    self.high = high
  }

  /// The middle of the bounds.
  public var mean: Double { low + (high - low) / 2 }

  /// The root of the variance.
  public var standardDeviation: Double { (high - low) / 12.0.squareRoot() }

  /// The value that a draw is below with probability u; NaN for u outside 0...1.
  public func quantile(_ u: Double) -> Double {
    u >= 0 && u <= 1 ? min(high, low + u * (high - low)) : .nan
  }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double { min(1, max(0, (x - low) / (high - low))) }

  var origin: Double { low }
  var scale: Double { high - low }

  func moments(to x: Double) -> Moments {
    let t = cumulative(x)
    return Moments(mass: t, first: t * t / 2, second: t * t * t / 3)
  }
}
