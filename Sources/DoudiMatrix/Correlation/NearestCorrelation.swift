extension CorrelationCheck {
  /// The correlation matrix nearest to a symmetric matrix, in the sum of squared differences.
  ///
  /// Alternating projections with Dykstra's correction (Higham 2002, IMA J. Numer. Anal. 22): with Y = A and D = 0,
  /// again and again
  ///
  ///     R = Y - D;  X = R with eigenvalues below `floor` raised to it;  D = X - R;  Y = X with ones on the diagonal
  ///
  /// until X and Y agree. What is left of X - Y is mended by a step towards the identity, so that the smallest
  /// eigenvalue is not below `floor`.
  ///
  /// Holds: a correlation matrix with such eigenvalues is its own nearest. Does not hold: fast convergence where the
  /// matrix is far off; hence `limit`.
  /// - Parameters:
  ///   - matrix: A, symmetric; elements may lie outside [-1, 1].
  ///   - floor: smallest eigenvalue of the result, 0 to below 1. Zero gives the nearest positive semidefinite one, from
  ///     which nothing can be drawn by a Cholesky factor.
  ///   - tolerance: largest |X - Y| in units of |Y| (Frobenius) at which the iteration ends.
  ///   - limit: number of steps after which it gives up.
  /// - Returns: the nearest matrix, symmetric to the bit, with a diagonal of exactly 1.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``,
  ///   ``MatrixError/notSymmetric(row:column:)`` or ``MatrixError/notConverged(_:)``.
  public static func nearest(
    to matrix: Matrix, floor: Double = 1e-8, tolerance: Double = 1e-12, limit: Int = 10_000
  ) throws(MatrixError) -> Matrix {
    try matrix.requireSymmetric()
    guard floor >= 0, floor < 1 else { throw .shape("a smallest eigenvalue of \(floor)") }
    if let kept = try alreadyCorrelation(matrix, floor: floor) { return kept }
    var (y, correction) = (matrix, Matrix(rows: matrix.rows, columns: matrix.columns))
    for _ in 0..<limit {
      let r = combine(y, correction) { $0 - $1 }
      let x = try raised(r, floor: floor)
      correction = combine(x, r) { $0 - $1 }
      let before = y
      y = x
      for place in 0..<y.rows { y[place, place] = 1 }
      let size = length(y)
      let gap = length(combine(x, y) { $0 - $1 })
      let step = length(combine(y, before) { $0 - $1 })
      if gap <= tolerance * size, step <= tolerance * size { return try mended(y, floor: floor) }
    }
    throw .notConverged("nearest correlation matrix, \(limit) steps")
  }

  private static func alreadyCorrelation(_ matrix: Matrix, floor: Double) throws(MatrixError) -> Matrix? {
    guard matrix.diagonal.allSatisfy({ $0 == 1 }) else { return nil }
    if matrix.rows == 0 { return matrix }
    return try SymmetricEigen(matrix).values[0] >= floor ? matrix : nil
  }

  /// Eigenvalues below `floor` raised to it: V max(values, floor) V'.
  private static func raised(_ matrix: Matrix, floor: Double) throws(MatrixError) -> Matrix {
    let eigen = try SymmetricEigen(matrix)
    var half = eigen.vectors
    for (column, value) in eigen.values.enumerated() {
      let factor = max(value, floor).squareRoot()
      for row in 0..<half.rows { half[row, column] *= factor }
    }
    return try Matrix.symmetricProduct(half)
  }

  /// (1 - t) Y + t I with the smallest t that lifts the smallest eigenvalue to `floor`.
  private static func mended(_ matrix: Matrix, floor: Double) throws(MatrixError) -> Matrix {
    let smallest = try SymmetricEigen(matrix).values[0]
    // A little more than the eigenvalues themselves are exact to.
    let aim = floor > 0 ? floor + 1e-14 * Double(matrix.rows) : floor
    guard smallest < aim else { return matrix }
    let share = (aim - smallest) / (1 - smallest)
    var result = matrix
    for column in 0..<matrix.columns {
      for row in 0..<matrix.rows where row != column { result[row, column] *= 1 - share }
    }
    return result
  }

  private static func combine(_ a: Matrix, _ b: Matrix, _ operation: (Double, Double) -> Double) -> Matrix {
    var result = a
    for column in 0..<a.columns {
      for row in 0..<a.rows { result[row, column] = operation(a[row, column], b[row, column]) }
    }
    return result
  }

  /// The Frobenius norm.
  private static func length(_ matrix: Matrix) -> Double {
    matrix.elements.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
