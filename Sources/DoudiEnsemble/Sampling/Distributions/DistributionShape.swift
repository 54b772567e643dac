/// What every family of distributions answers.
public protocol DistributionShape: Hashable, Sendable {
  /// The expectation.
  var mean: Double { get }
  /// The root of the variance.
  var standardDeviation: Double { get }
  /// The least x with P(X <= x) >= u, for u in (0, 1); NaN outside.
  func quantile(_ u: Double) -> Double
  /// P(X <= x).
  func cumulative(_ x: Double) -> Double
}

/// A family whose moments up to a bound have a closed form, so that those of a truncated
/// distribution have one.
protocol PartialMoments: DistributionShape {
  /// X is written `origin + scale T`.
  var origin: Double { get }
  var scale: Double { get }
  /// E[1; X <= x], E[T; X <= x], E[T^2; X <= x]; x may be infinite.
  func moments(to x: Double) -> Moments
}

/// Mass, first and second moment of a part of a distribution.
struct Moments {
  var mass, first, second: Double

  static func - (a: Moments, b: Moments) -> Moments {
    Moments(mass: a.mass - b.mass, first: a.first - b.first, second: a.second - b.second)
  }

  /// Expectation of T given that it is in this part.
  var mean: Double { first / mass }

  /// Standard deviation of T given that it is in this part.
  var standardDeviation: Double { max(0, second / mass - mean * mean).squareRoot() }

  /// Moments of a standard normal up to z: `Phi`, `-phi`, `Phi - z phi`.
  static func normal(to z: Double) -> Moments {
    let (mass, density) = (NormalProbability.below(z), NormalProbability.density(z))
    // z phi is 0 at both ends, where the product would be no number.
    return Moments(mass: mass, first: -density, second: mass - (density == 0 ? 0 : z * density))
  }
}
