#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Foundation
#endif

/// The lognormal distribution: log X is normal.
///
/// ```
/// x(u) = median exp(sigma Phi^-1(u))
/// mean = median exp(sigma^2 / 2),  sd = mean sqrt(exp(sigma^2) - 1)
/// ```
///
/// Three ways of writing it: by the median and sigma; by the median (p50) and a factor exp(sigma),
/// so that about two draws in three lie between p50 / factor and p50 x factor; by the **mean** and
/// the standard deviation of X itself.
public struct LogNormalDistribution: PartialMoments {
  /// Half of the draws are below it.
  public let median: Double
  /// Standard deviation of log X, without a unit.
  public let sigma: Double
  /// The expectation of X, above the median.
  public let mean: Double
  /// The root of the variance of X, in the unit of the value.
  public let standardDeviation: Double

  /// By median and standard deviation of the logarithm.
  public init(median: Double, sigma: Double) throws(DistributionFault) {
    try DistributionFault.positive(median, "median")
    try DistributionFault.positive(sigma, "sigma")
    let mean = median * exp(sigma * sigma / 2)
    let standardDeviation = mean * expm1(sigma * sigma).squareRoot()
    if !standardDeviation.isFinite { throw DistributionFault("sigma", .tooLarge) }
    self.init(median, sigma, mean, standardDeviation)
  }

  /// By median and the factor of one standard deviation, which is above 1.
  public init(median: Double, factor: Double) throws(DistributionFault) {
    try DistributionFault.finite(factor, "factor")
    if factor <= 1 { throw DistributionFault("factor", .notAbove("1")) }
    do { try self.init(median: median, sigma: log(factor)) } catch {
      throw error.parameter == "sigma" ? DistributionFault("factor", error.problem) : error
    }
  }

  /// By mean and standard deviation of X.
  public init(mean: Double, standardDeviation: Double) throws(DistributionFault) {
    try DistributionFault.positive(mean, "mean")
    try DistributionFault.positive(standardDeviation, "standardDeviation")
    let ratio = standardDeviation / mean
    let variance = log1p(ratio * ratio)
    let median = mean / exp(variance / 2)
    if !(variance.isFinite && median > 0) { throw DistributionFault("standardDeviation", .tooLarge) }
    if variance == 0 { throw DistributionFault("standardDeviation", .notPositive) }
    self.init(median, variance.squareRoot(), mean, standardDeviation)
  }

  private init(_ median: Double, _ sigma: Double, _ mean: Double, _ standardDeviation: Double) {
    (self.median, self.sigma, self.mean) = (median, sigma, mean)
    self.standardDeviation = standardDeviation
  }

  /// The value that a draw is below with probability u; NaN for u outside 0...1.
  public func quantile(_ u: Double) -> Double { value(normal: NormalQuantile.value(u)) }

  /// The value where a standard normal number is z.
  func value(normal z: Double) -> Double { median * exp(sigma * z) }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : NormalProbability.below(normal(x)) }

  var origin: Double { 0 }
  var scale: Double { median }

  /// With T = exp(sigma Z), E[T^k; Z <= z] = exp(k^2 sigma^2 / 2) Phi(z - k sigma).
  func moments(to x: Double) -> Moments {
    guard x > 0 else { return Moments(mass: 0, first: 0, second: 0) }
    let z = normal(x)
    let variance = sigma * sigma
    return Moments(
      mass: NormalProbability.below(z),
      first: exp(variance / 2) * NormalProbability.below(z - sigma),
      second: exp(2 * variance) * NormalProbability.below(z - 2 * sigma))
  }

  private func normal(_ x: Double) -> Double { log(x / median) / sigma }
}
