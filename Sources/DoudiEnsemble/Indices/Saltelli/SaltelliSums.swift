/// Sums over the draws of one scramble, of outputs less their centres.
///
/// Cells are input by input, within an input output by output.
struct SaltelliSums: Sendable {
  let inputs: Int
  let outputs: Int

  /// For each cell: draws that count, and sums over them of fB fAB, fB + fAB, (fA - fAB)^2.
  var counts, products, sums, steps: [Double]
  /// For each output: draws that count, and sums over them of fA + fB, fA^2 + fB^2, fA fB.
  var baseCounts, baseSums, baseSquares, baseProducts: [Double]
  /// For each pair of inputs and output: estimates of the variance that both explain together, times the
  /// weight of the block, and the weights. Empty without pairs.
  var together, weights: [Double]

  init(inputs: Int, outputs: Int, hasPairs: Bool) {
    (self.inputs, self.outputs) = (inputs, outputs)
    let zeros = [Double](repeating: 0, count: inputs * outputs)
    (counts, products, sums, steps) = (zeros, zeros, zeros, zeros)
    let ones = [Double](repeating: 0, count: outputs)
    (baseCounts, baseSums, baseSquares, baseProducts) = (ones, ones, ones, ones)
    let pairs = hasPairs ? inputs * (inputs - 1) / 2 * outputs : 0
    (together, weights) = (Array(repeating: 0, count: pairs), Array(repeating: 0, count: pairs))
  }

  /// Mean and variance of an output over A and B, and the covariance of both, which is 0 but for chance.
  func base(_ output: Int) -> (mean: Double, variance: Double, covariance: Double) {
    let number = 2 * baseCounts[output]
    let mean = baseSums[output] / number
    return (
      mean, baseSquares[output] / number - mean * mean, 2 * baseProducts[output] / number - mean * mean
    )
  }

  /// V T: the variance that an input has part in (Jansen 1999), `mean (fA - fAB)^2 / 2`.
  func total(_ cell: Int) -> Double { steps[cell] / (2 * counts[cell]) }

  /// V S: the variance that an input explains alone.
  ///
  /// ```
  /// V S = mean fB fAB - m^2 - (1 - T) (mean fA fB - m'^2)       m, m': means of both factors
  /// ```
  ///
  /// The first difference is Janon's estimator. A and B are independent, so the second is 0 but for chance,
  /// and chance that both differences share: the share of it is the correlation of fAB and fA, which is
  /// 1 - T. For an input of no effect that is the estimator of Saltelli et al. (2010), fB (fAB - fA), for one
  /// that is all it is Janon's; in between it is better than either.
  func first(_ cell: Int) -> Double {
    let (_, variance, covariance) = base(cell % outputs)
    let mean = sums[cell] / (2 * counts[cell])
    let janon = products[cell] / counts[cell] - mean * mean
    let share = variance > 0 ? 1 - total(cell) / variance : 0
    return janon - share * covariance
  }
}
