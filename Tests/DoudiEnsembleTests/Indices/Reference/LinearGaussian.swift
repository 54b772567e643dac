import DoudiEnsemble
import DoudiMatrix

/// y = b' x with x normal of mean 0: everything is known in closed form.
///
///     V(E(y | x_J)) = b' S_J (S_JJ)^-1 S_J' b        S: covariance of x, S_J its columns J
struct LinearGaussian: Sendable {
  let weights: [Double]
  let deviations: [Double]
  let correlation: Matrix

  func inputs() throws -> CorrelatedInputs {
    try CorrelatedInputs(
      try deviations.map { try normal(0, $0) },
      copula: GaussianCopula(dimensions: weights.count, factor: correlation.cholesky().elements))
  }

  var function: ColumnFunction {
    let weights = weights
    return ColumnFunction(inputs: weights.count) { x in [zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }] }
  }

  /// c(J): what knowing the inputs of J takes away.
  func worth(_ set: [Int]) throws -> Double {
    if set.isEmpty { return 0 }
    let size = weights.count
    func covariance(_ i: Int, _ j: Int) -> Double { correlation[i, j] * deviations[i] * deviations[j] }
    let with = set.map { j in (0..<size).reduce(0) { $0 + covariance(j, $1) * weights[$1] } }
    let inner = try Matrix(byRows: set.map { i in set.map { covariance(i, $0) } })
    let solved = try inner.solvingPositiveDefinite(Matrix(rows: set.count, columns: 1, elements: with))
    return zip(with, solved.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The effects by their definition.
  func effects() throws -> [Double] {
    let size = weights.count
    return try (0..<size).map { input in
      var effect = 0.0
      for set in 0..<(1 << size) where set >> input & 1 == 0 {
        let members = (0..<size).filter { set >> $0 & 1 == 1 }
        var ways = Double(size)
        for step in 0..<members.count { ways *= Double(size - 1 - step) / Double(step + 1) }
        effect += (try worth((members + [input]).sorted()) - worth(members)) / ways
      }
      return effect
    }
  }
}
