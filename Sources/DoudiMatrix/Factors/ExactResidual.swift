/// Residuals of a linear fit, summed with about 106 bits and rounded once.
enum ExactResidual {
  /// Y - R - A B; without R, Y - A B.
  static func of(
    _ response: Matrix, minus residuals: Matrix? = nil, design: Matrix, coefficients: Matrix
  ) -> Matrix {
    var result = response
    for column in 0..<response.columns {
      for row in 0..<response.rows {
        var sum = ExactSum(response[row, column])
        if let residuals { sum.add(-residuals[row, column]) }
        for term in 0..<design.columns {
          sum.add(-coefficients[term, column], times: design[row, term])
        }
        result[row, column] = sum.value
      }
    }
    return result
  }

  /// - A' R: zero where the residuals are orthogonal to every column.
  static func slope(_ residuals: Matrix, design: Matrix) -> Matrix {
    var result = Matrix(rows: design.columns, columns: residuals.columns)
    for column in 0..<residuals.columns {
      for term in 0..<design.columns {
        var sum = ExactSum(0)
        for row in 0..<design.rows { sum.add(-design[row, term], times: residuals[row, column]) }
        result[term, column] = sum.value
      }
    }
    return result
  }
}

/// A sum that keeps what each addition rounds off.
struct ExactSum {
  private var high: Double
  private var low = 0.0

  init(_ value: Double) { high = value }

  /// The sum, rounded once.
  var value: Double { high + low }

  /// Knuth's two-sum: the error of an addition is a double and is known.
  mutating func add(_ value: Double) {
    let sum = high + value
    let part = sum - high
    low += (high - (sum - part)) + (value - part)
    high = sum
  }

  mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    low += (-product).addingProduct(left, right)
    add(product)
  }
}
