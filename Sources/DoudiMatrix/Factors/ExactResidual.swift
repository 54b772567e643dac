/// Residuals of a linear fit, summed with about 106 bits and rounded once.
enum ExactResidual {
  /// Y - A B.
  static func of(_ response: Matrix, design: Matrix, coefficients: Matrix) -> Matrix {
    var result = response
    for column in 0..<response.columns {
      for row in 0..<response.rows {
        var (high, low) = (response[row, column], 0.0)
        for term in 0..<design.columns {
          let (left, right) = (design[row, term], -coefficients[term, column])
          let product = left * right
          low += (-product).addingProduct(left, right)
          // What the addition rounds off, exactly (Knuth's two-sum).
          let sum = high + product
          let part = sum - high
          low += (high - (sum - part)) + (product - part)
          high = sum
        }
        result[row, column] = high + low
      }
    }
    return result
  }
}
