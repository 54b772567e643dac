import DoudiMatrix

/// Which parameters residuals cannot tell apart.
enum RankCheck {
  /// A singular value below this share of the largest counts as none. Differences are good to about 1e-7.
  static let tolerance = 1e-6
  /// The least part in a direction that changes nothing for a parameter to be named.
  static let part = 0.1

  /// The columns that take part in a direction in which nothing changes; nil where there is none.
  ///
  /// Columns are first brought to length 1, so that units do not matter.
  /// - Throws: ``MatrixError``.
  static func inseparable(_ jacobian: Matrix) throws(MatrixError) -> [Int]? {
    let count = jacobian.columns
    if count == 0 { return nil }
    // Rows of zeros: with fewer residuals than parameters the directions without effect come out as well.
    var scaled = Matrix(rows: max(jacobian.rows, count), columns: count)
    for column in 0..<count {
      let length = jacobian.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { continue }
      for row in 0..<jacobian.rows { scaled[row, column] = jacobian[row, column] / length }
    }
    let found = try SingularValues(scaled)
    let largest = found.values.first ?? 0
    let empty = found.values.indices.filter { largest == 0 || found.values[$0] <= tolerance * largest }
    if empty.isEmpty { return nil }
    return (0..<count).filter { column in empty.contains { abs(found.right[column, $0]) > part } }
  }
}
