/// The triangular distribution: possible between two bounds, most likely at the mode.
///
/// ```
/// c = (mode - low) / (high - low)
/// x(u) = low + (high - low) sqrt(u c)                    u <= c
///        high - (high - low) sqrt((1 - u) (1 - c))       u > c
/// mean = (low + mode + high) / 3,  sd = (high - low) sqrt((1 - c + c^2) / 18)
/// ```
public struct TriangularDistribution: PartialMoments {
  /// The lower bound.
  public let low: Double
  /// The most likely value; it may be one of the bounds.
  public let mode: Double
  /// The upper bound.
  public let high: Double

  /// By bounds and mode, in order.
  public init(low: Double, mode: Double, high: Double) throws(DistributionFault) {
    try DistributionFault.finite(low, "low")
    try DistributionFault.finite(mode, "mode")
    try DistributionFault.finite(high, "high")
    if high <= low { throw DistributionFault("high", .notAbove("low")) }
    if mode < low { throw DistributionFault("mode", .below("low")) }
    if mode > high { throw DistributionFault("mode", .above("high")) }
    if !(high - low).isFinite { throw DistributionFault("high", .tooLarge) }
    (self.low, self.mode, self.high) = (low, mode, high)
  }

  /// The expectation.
  public var mean: Double { low + (high - low) * (1 + peak) / 3 }

  /// The root of the variance.
  public var standardDeviation: Double {
    (high - low) * ((1 - peak + peak * peak) / 18).squareRoot()
  }

  /// The value that a draw is below with probability u; NaN for u outside 0...1.
  public func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    return u <= peak
      ? low + (high - low) * (u * peak).squareRoot()
      : high - (high - low) * ((1 - u) * (1 - peak)).squareRoot()
  }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double { moments(to: x).mass }

  var origin: Double { low }
  var scale: Double { high - low }

  /// The mode's place between the bounds, c.
  private var peak: Double { (mode - low) / (high - low) }

  /// Left of the mode the integrals of 2 t / c from 0; right of it those of 2 (1 - t) / (1 - c) up
  /// to 1, taken from the whole.
  func moments(to x: Double) -> Moments {
    let c = peak
    let t = min(1, max(0, (x - low) / (high - low)))
    if t < c {
      return Moments(mass: t * t / c, first: 2 * t * t * t / (3 * c), second: t * t * t * t / (2 * c))
    }
    let whole = Moments(mass: 1, first: (1 + c) / 3, second: (1 + c + c * c) / 6)
    guard c < 1 else { return whole }
    let r = 1 - t
    let (square, left) = (r * r, 1 - c)
    return whole
      - Moments(
        mass: square / left, first: (square - 2 * square * r / 3) / left,
        second: (square - 4 * square * r / 3 + square * square / 2) / left)
  }
}
