/// The split normal (two-piece normal) distribution of central banks' fan charts: halves of two
/// normal densities with one mode, s1 on the left and s2 on the right.
///
/// ```
/// f(x) = sqrt(2 / pi) / (s1 + s2) exp(-(x - mode)^2 / (2 s^2)),   s = s1 for x <= mode, else s2
/// x(u) = mode + s1 Phi^-1(u (s1 + s2) / (2 s1))                   u <= s1 / (s1 + s2)
///        mode - s2 Phi^-1((1 - u) (s1 + s2) / (2 s2))             otherwise
/// mean = mode + sqrt(2 / pi) (s2 - s1)
/// variance = s1 s2 + (1 - 2 / pi) (s2 - s1)^2
/// ```
///
/// The Bank of England publishes mode, uncertainty and skew (Britton, Fisher and Whitley 1998):
/// skew is mean less mode, and the uncertainty is the sigma of
/// `sigma^2 = s1^2 (1 + gamma) = s2^2 (1 - gamma)`. With `b = pi skew^2 / (2 sigma^2)`,
/// `sqrt(1 - gamma^2) = (sqrt(1 + 2 b) - 1) / b`, and gamma has the sign of the skew (Wallis 2004).
/// The uncertainty is the standard deviation only where the skew is 0.
public struct SplitNormalDistribution: PartialMoments {
  /// The most likely value.
  public let mode: Double
  /// s1: of the half below the mode.
  public let leftDeviation: Double
  /// s2: of the half above it.
  public let rightDeviation: Double

  /// By the deviations of both halves.
  public init(mode: Double, leftDeviation: Double, rightDeviation: Double) throws(DistributionFault) {
    try DistributionFault.finite(mode, "mode")
    try DistributionFault.positive(leftDeviation, "leftDeviation")
    try DistributionFault.positive(rightDeviation, "rightDeviation")
    self.mode = mode
    self.leftDeviation = leftDeviation
    self.rightDeviation = rightDeviation
  }

  /// As the Bank of England publishes it; all three in the unit of the value.
  public init(mode: Double, uncertainty: Double, skew: Double) throws(DistributionFault) {
    try DistributionFault.positive(uncertainty, "uncertainty")
    try DistributionFault.finite(skew, "skew")
    let root = (Double.pi / 2).squareRoot() * skew / uncertainty
    let b = root * root
    // (sqrt(1 + 2 b) - 1) / b without the difference, which small b would lose.
    let cosine = 2 / ((1 + 2 * b).squareRoot() + 1)
    let gamma = min(1, max(0, 1 - cosine * cosine)).squareRoot() * (skew < 0 ? -1 : 1)
    guard abs(gamma) < 1 else { throw DistributionFault("skew", .tooLarge) }
    try self.init(
      mode: mode, leftDeviation: uncertainty / (1 + gamma).squareRoot(),
      rightDeviation: uncertainty / (1 - gamma).squareRoot())
  }

  /// The expectation: on the side of the longer half.
  public var mean: Double { mode + (2 / Double.pi).squareRoot() * (rightDeviation - leftDeviation) }

  /// The root of the variance.
  public var standardDeviation: Double {
    let difference = rightDeviation - leftDeviation
    return (leftDeviation * rightDeviation + (1 - 2 / Double.pi) * difference * difference).squareRoot()
  }

  /// The value that a draw is below with probability u; NaN for u outside 0...1.
  public func quantile(_ u: Double) -> Double {
    let both = leftDeviation + rightDeviation
    return u <= leftDeviation / both
      ? mode + leftDeviation * NormalQuantile.value(u * both / (2 * leftDeviation))
      : mode - rightDeviation * NormalQuantile.value((1 - u) * both / (2 * rightDeviation))
  }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double { moments(to: x).mass }

  var origin: Double { mode }
  var scale: Double { leftDeviation + rightDeviation }

  func moments(to x: Double) -> Moments {
    let left = leftDeviation / scale
    if x <= mode { return Moments.normal(to: (x - mode) / leftDeviation).stretched(2 * left, by: left) }
    let right = rightDeviation / scale
    let below = Moments.normal(to: 0).stretched(2 * left, by: left)
    let above = Moments.normal(to: (x - mode) / rightDeviation) - .normal(to: 0)
    let part = above.stretched(2 * right, by: right)
    return Moments(
      mass: below.mass + part.mass, first: below.first + part.first, second: below.second + part.second)
  }
}

extension Moments {
  /// Moments of `factor` times as much mass, of a variable `length` times as long.
  fileprivate func stretched(_ factor: Double, by length: Double) -> Moments {
    Moments(mass: factor * mass, first: factor * length * first, second: factor * length * length * second)
  }
}
