/// A finite list of values with their probabilities.
///
/// Values are put in ascending order, so that x(u) never falls and a copula's correlation keeps its
/// meaning. Probabilities are exact: whole weights, or decimals that add up to exactly 1 when each is
/// read to 15 decimals.
public struct DiscreteDistribution: DistributionShape {
  /// Ascending; a value may come more than once.
  public let values: [Double]
  /// Weight of each value; the probability is weight / ``total``.
  public let weights: [Int64]
  /// The sum of all weights.
  public let total: Int64
  /// P(X <= values[i]).
  private let cumulated: [Double]

  /// By decimals that add up to 1.
  public init(values: [Double], probabilities: [Double]) throws(DistributionFault) {
    let unit = 1e15
    var weights: [Int64] = []
    for probability in probabilities {
      try DistributionFault.finite(probability, "probabilities")
      if probability < 0 { throw DistributionFault("probabilities", .negative) }
      if probability > 1 { throw DistributionFault("probabilities", .sum(probabilities.reduce(0, +))) }
      weights.append(Int64((probability * unit).rounded()))
    }
    try self.init(values: values, weights: weights, named: "probabilities")
    if total != Int64(unit) { throw DistributionFault("probabilities", .sum(Double(total) / unit)) }
  }

  /// By whole weights of any sum, such as counts.
  public init(values: [Double], weights: [Int64]) throws(DistributionFault) {
    try self.init(values: values, weights: weights, named: "weights")
  }

  private init(values: [Double], weights: [Int64], named name: String) throws(DistributionFault) {
    if values.isEmpty { throw DistributionFault("values", .empty) }
    if values.count != weights.count {
      throw DistributionFault(name, .count(given: weights.count, needed: values.count))
    }
    for value in values { try DistributionFault.finite(value, "values") }
    var total: Int64 = 0
    for weight in weights {
      if weight < 0 { throw DistributionFault(name, .negative) }
      let (sum, overflow) = total.addingReportingOverflow(weight)
      if overflow { throw DistributionFault(name, .tooLarge) }
      total = sum
    }
    if total == 0 { throw DistributionFault(name, .notPositive) }
    let order = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
    self.values = order.map { values[$0] }
    self.weights = order.map { weights[$0] }
    self.total = total
    var running: Int64 = 0
    cumulated = self.weights.map { weight in
      running += weight
      return Double(running) / Double(total)
    }
  }

  /// The sum of value x probability.
  public var mean: Double { expectation { $0 } }

  /// The root of the variance.
  public var standardDeviation: Double {
    let centre = mean
    return expectation { ($0 - centre) * ($0 - centre) }.squareRoot()
  }

  /// The least value whose cumulated probability is at least u; NaN for u outside 0...1.
  public func quantile(_ u: Double) -> Double {
    guard u >= 0, u <= 1 else { return .nan }
    return values[min(values.count - 1, Self.count(of: cumulated) { $0 < u })]
  }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double {
    let count = Self.count(of: values) { $0 <= x }
    return count == 0 ? 0 : cumulated[count - 1]
  }

  /// The distribution of those values that are in the bounds.
  func truncated(to bounds: ClosedRange<Double>) throws(DistributionFault) -> DiscreteDistribution {
    let kept = values.indices.filter { bounds.contains(values[$0]) }
    if kept.isEmpty { throw DistributionFault("bounds", .keepsTooLittle(0)) }
    return try DiscreteDistribution(values: kept.map { values[$0] }, weights: kept.map { weights[$0] })
  }

  private func expectation(_ function: (Double) -> Double) -> Double {
    zip(values, weights).reduce(0) { $0 + function($1.0) * Double($1.1) } / Double(total)
  }

  /// How many leading elements of an ascending list satisfy `condition`.
  private static func count(of list: [Double], where condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(list[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
