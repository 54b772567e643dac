/// The polynomials of one input that have mean 0 and variance 1 and do not correlate under the input's own
/// distribution.
///
/// ```
/// t = (x - mean) / sd,   phi0 = 1,   phi1 = t
/// phi(k+1) = ((t - a_k) phi(k) - b_k phi(k-1)) / b_(k+1)        a_k = E t phi(k)^2,  b_(k+1) so that E phi(k+1)^2 = 1
/// ```
///
/// With g = E t^3 and k = E t^4, phi2 = (t^2 - g t - 1) / sqrt(k - 1 - g^2). For a normal input these are Hermite's,
/// for a uniform one Legendre's, and for any other what Stieltjes' procedure makes of it. They are polynomials in x
/// itself and not in its normal score or probability, because the forms of a scenario are sums, products and multiples
/// of their inputs: of low degree in x, whatever the distribution, but of no finite degree in the score of a uniform
/// or triangular input.
///
/// An input of v values has v - 1 of them. Beyond degree 2 there are those that have at least half of E phi^2 within
/// four normal scores of the middle: the rest lies where a few thousand runs never come.
struct InputPolynomials: Hashable, Sendable {
  /// Degrees that there are.
  let degree: Int
  let mean: Double
  let deviation: Double
  /// a and b of each degree from 0.
  private let steps: [Step]

  private struct Step: Hashable { let middle, back, length: Double }

  /// The highest degree that is made.
  private static let most = 10
  /// What b is told from 0 by.
  private static let least = 3e-5

  init(_ distribution: Distribution) {
    let nodes = Nodes(distribution)
    mean = nodes.expectation { _, x in x }
    let mean = mean
    let variance = nodes.expectation { _, x in (x - mean) * (x - mean) }
    let deviation = variance.squareRoot()
    self.deviation = deviation
    let varies = OutputScale.varies(variance: variance, mean: mean)
    let t = nodes.values.map { ($0 - mean) / deviation }
    steps = varies ? Self.steps(nodes, t) : []
    degree = steps.count
  }

  private static func steps(_ nodes: Nodes, _ t: [Double]) -> [Step] {
    var steps: [Step] = []
    var (before, last) = ([Double](repeating: 0, count: t.count), [Double](repeating: 1, count: t.count))
    while steps.count < most {
      let back = steps.last?.length ?? 0
      let middle = nodes.expectation { place, _ in t[place] * last[place] * last[place] }
      var next = t.indices.map { (t[$0] - middle) * last[$0] - back * before[$0] }
      let square = nodes.expectation { place, _ in next[place] * next[place] }
      let length = square.squareRoot()
      guard length > least, length.isFinite else { break }
      for place in next.indices { next[place] /= length }
      if steps.count >= 2, nodes.near({ next[$0] * next[$0] }) < 0.5 { break }
      steps.append(Step(middle: middle, back: back, length: length))
      (before, last) = (last, next)
    }
    return steps
  }

  /// phi1 of x.
  func first(_ x: Double) -> Double { (x - mean) / deviation }

  /// phi1, phi2 and so on of values, up to a degree that there is.
  func columns(_ values: some Collection<Double>, to degree: Int) -> [[Double]] {
    let t = values.map(first)
    var (before, last) = ([Double](repeating: 0, count: t.count), [Double](repeating: 1, count: t.count))
    return steps.prefix(degree).map { step in
      let next = t.indices.map { ((t[$0] - step.middle) * last[$0] - step.back * before[$0]) / step.length }
      (before, last) = (last, next)
      return next
    }
  }
}

/// Values with weights whose sums are expectations.
///
/// Of a list they are its values. Of any other they are steps of 1/512 in the normal score, from -13 to
/// 13: for smooth quantile functions the trapezoidal rule is then exact to rounding, for the bends of a
/// triangle and a split normal to about 1e-9.
private struct Nodes {
  let values: [Double]
  private let weights: [Double]
  /// Places within four scores of the middle.
  private let middle: Range<Int>

  init(_ distribution: Distribution) {
    if case .discrete(let list) = distribution.shape {
      values = list.values
      let all = list.weights.reduce(0.0) { $0 + Double($1) }
      weights = list.weights.map { Double($0) / all }
      middle = 0..<list.values.count
      return
    }
    var values = (-6656...6656).map { Double($0) / 512 }
    let densities = values.map(NormalProbability.density)
    let all = densities.reduce(0, +)
    weights = densities.map { $0 / all }
    values.withUnsafeMutableBufferPointer { distribution.apply(toNormals: $0) }
    self.values = values
    middle = (6656 - 2048)..<(6656 + 2049)
  }

  func expectation(_ function: (Int, Double) -> Double) -> Double {
    values.indices.reduce(0) { $0 + weights[$1] * function($1, values[$1]) }
  }

  /// The part of an expectation that is near the middle.
  func near(_ function: (Int) -> Double) -> Double { middle.reduce(0) { $0 + weights[$1] * function($1) } }
}
