/// The polynomials of degree 1 and 2 of one input that have mean 0 and variance 1 and do not correlate
/// under the input's own distribution.
///
/// ```
/// t = (x - mean) / sd,   phi1 = t,   phi2 = (t^2 - g t - 1) / sqrt(k - 1 - g^2)
/// g = E t^3,  k = E t^4
/// ```
///
/// For a normal input these are Hermite's, for a uniform one Legendre's, and for any other what Gram and
/// Schmidt make of 1, x, x^2. They are polynomials in x itself and not in its normal score or probability,
/// because the forms of a scenario are sums, products and multiples of their inputs: of low degree in x,
/// whatever the distribution, but of no finite degree in the score of a uniform or triangular input.
///
/// An input of two values has no phi2 (k = 1 + g^2: its square is a straight line), one of a single value
/// neither.
struct InputPolynomials: Hashable, Sendable {
  /// Degrees that there are: 0, 1 or 2.
  let degree: Int
  let mean: Double
  let deviation: Double
  private let skewness: Double
  private let height: Double

  /// What k - 1 - g^2 is told from 0 by.
  private static let least = 1e-9

  init(_ distribution: Distribution) {
    let (values, weights) = Self.nodes(distribution)
    let total = weights.reduce(0, +)
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance = zip(values, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / total
    let deviation = variance.squareRoot()
    var (third, fourth) = (0.0, 0.0)
    for (value, weight) in zip(values, weights) {
      let t = (value - mean) / deviation
      third += t * t * t * weight
      fourth += t * t * t * t * weight
    }
    let skewness = third / total
    let rest = fourth / total - 1 - skewness * skewness
    let hasSquare = rest > Self.least && rest.isFinite
    degree = OutputScale.varies(variance: variance, mean: mean) ? hasSquare ? 2 : 1 : 0
    (self.mean, self.deviation, self.skewness) = (mean, deviation, skewness)
    height = hasSquare ? 1 / rest.squareRoot() : 0
  }

  /// phi1 of x.
  func first(_ x: Double) -> Double { (x - mean) / deviation }

  /// phi2 of x, given phi1 of it.
  func second(first t: Double) -> Double { (t * t - skewness * t - 1) * height }

  /// Values with weights whose sums are expectations.
  ///
  /// Of a list they are its values. Of any other they are steps of 1/512 in the normal score, from -13 to
  /// 13: for smooth quantile functions the trapezoidal rule is then exact to rounding, for the bends of a
  /// triangle and a split normal to about 1e-9.
  private static func nodes(_ distribution: Distribution) -> ([Double], [Double]) {
    if case .discrete(let list) = distribution.shape { return (list.values, list.weights.map(Double.init)) }
    var values = (-6656...6656).map { Double($0) / 512 }
    let weights = values.map(NormalProbability.density)
    values.withUnsafeMutableBufferPointer { distribution.apply(toNormals: $0) }
    return (values, weights)
  }
}
