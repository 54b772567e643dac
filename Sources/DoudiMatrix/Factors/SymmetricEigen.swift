import CLAPACKE

/// Eigenvalues and eigenvectors of a symmetric matrix (DSYEVD).
///
///     A = V diag(values) V',  V' V = I
///
/// A vector's sign is chosen so that its largest element is positive (the first of those within a millionth of
/// the largest), so that kernels agree. Does not hold: equal eigenvalues have no vectors of their own, only a
/// common space.
public struct SymmetricEigen: Sendable {
  /// Eigenvalues, smallest first.
  public let values: [Double]
  /// Eigenvectors as columns, in the order of the values.
  public let vectors: Matrix

  /// Decomposes a matrix.
  /// - Parameter matrix: A, symmetric.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``,
  ///   ``MatrixError/notSymmetric(row:column:)`` (beyond 1e-12 of the largest element) or
  ///   ``MatrixError/notConverged(_:)``.
  public init(_ matrix: Matrix) throws(MatrixError) {
    try matrix.requireSymmetric()
    var (vectors, values) = (matrix, Array(repeating: 0.0, count: matrix.rows))
    let info = try vectors.withMutableView { a throws(MatrixError) in
      MatrixCore.start()
      return LAPACKE_dsyevd(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), lowerTriangle, Int32(a.rows), a.base, Int32(a.stride),
        &values)
    }
    try requireDone(info, "eigenvalues")
    for column in 0..<vectors.columns where vectors.pointsDown(column) { vectors.negate(column) }
    (self.values, self.vectors) = (values, vectors)
  }
}

extension Matrix {
  /// Whether the largest element of a column is negative; of nearly equal ones the first counts.
  func pointsDown(_ column: Int) -> Bool {
    let largest = (0..<rows).reduce(0) { max($0, self[$1, column].magnitude) }
    let first = (0..<rows).first { self[$0, column].magnitude >= largest * (1 - 1e-6) }
    return first.map { self[$0, column] < 0 } ?? false
  }

  /// Changes the sign of a column.
  mutating func negate(_ column: Int) {
    for row in 0..<rows { self[row, column] = -self[row, column] }
  }
}
