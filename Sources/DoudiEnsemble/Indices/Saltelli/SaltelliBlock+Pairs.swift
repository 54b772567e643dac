import DoudiMatrix

extension SaltelliBlock {
  /// Adds what pairs of inputs explain together.
  ///
  /// ```
  /// V_ij = cov(fAB_i, fBA_j)         both runs share column i of B and column j of B
  /// ```
  ///
  /// All pairs of an output are one product (DGEMM) of its fAB and its fBA, K columns each; half of it
  /// estimates the same numbers as the other half. Means are those of the block; a block in which a run of
  /// this output failed is gone through draw by draw.
  func addPairs(to sums: inout SaltelliSums) {
    guard inputs > 1 else { return }
    var products = Matrix(rows: inputs, columns: inputs)
    for output in 0..<outputs {
      for input in 0..<inputs { SaltelliKernel.centre(column(2 + inputs + input, output), centres[output]) }
      let isWhole = isFinite(output) && multiply(output, into: &products)
      var pair = 0
      for i in 0..<inputs {
        for j in (i &+ 1)..<max(inputs, i &+ 1) {
          let (value, weight) =
            isWhole
            ? ((products[i, j] + products[j, i]) / 2, Double(draws)) : product(i, j, output)
          sums.together[pair &* outputs &+ output] += value
          sums.weights[pair &* outputs &+ output] += weight
          pair &+= 1
        }
      }
    }
  }

  private func column(_ place: Int, _ output: Int) -> UnsafeMutableBufferPointer<Double> {
    matrix(place).column(output, draws)
  }

  private func isFinite(_ output: Int) -> Bool {
    (2..<(2 + 2 * inputs)).allSatisfy { place in
      column(place, output).reduce(0) { $0 + ($1 - $1) } == 0
    }
  }

  /// Sums of fAB_i fBA_j over the draws, for all i and j.
  private func multiply(_ output: Int, into products: inout Matrix) -> Bool {
    let length = outputs * draws
    let start = (2 * outputs + output) * draws
    let last = (inputs - 1) * length + draws
    do throws(MatrixError) {
      let first = try MatrixView(
        UnsafeBufferPointer(rebasing: results[start..<(start + last)]), rows: draws, columns: inputs,
        stride: length)
      let other = start + inputs * length
      let second = try MatrixView(
        UnsafeBufferPointer(rebasing: results[other..<(other + last)]), rows: draws, columns: inputs,
        stride: length)
      try products.withMutableView { view throws(MatrixError) in
        try MatrixKernel.product(first, second, transposing: .first, into: view)
      }
      return true
    } catch {
      return false
    }
  }

  /// The same sum for one pair over draws of which all four runs are there.
  private func product(_ i: Int, _ j: Int, _ output: Int) -> (Double, Double) {
    let (abi, baj) = (column(2 + i, output), column(2 + inputs + j, output))
    let (abj, bai) = (column(2 + j, output), column(2 + inputs + i, output))
    var (sum, weight) = (0.0, 0.0)
    for n in 0..<draws {
      let value = (abi[n] * baj[n] + abj[n] * bai[n]) / 2
      if value.isFinite { (sum, weight) = (sum + value, weight + 1) }
    }
    return (sum, weight)
  }
}
