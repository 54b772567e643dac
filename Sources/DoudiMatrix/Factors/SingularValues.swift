import CLAPACKE

/// The thin singular value decomposition (DGESDD).
///
///     A = U diag(values) V',  k = min(rows, columns) values
///
/// Signs are chosen by the columns of U as in ``SymmetricEigen``.
public struct SingularValues: Sendable {
  /// Singular values, largest first.
  public let values: [Double]
  /// U: rows x k, orthonormal columns.
  public let left: Matrix
  /// V: columns x k, orthonormal columns.
  public let right: Matrix

  /// Decomposes a matrix.
  /// - Parameter matrix: A, of any shape.
  /// - Throws: ``MatrixError/notFinite(row:column:)`` or ``MatrixError/notConverged(_:)``.
  public init(_ matrix: Matrix) throws(MatrixError) {
    try matrix.requireFinite()
    let count = min(matrix.rows, matrix.columns)
    var (a, values) = (matrix, Array(repeating: 0.0, count: count))
    var (u, vt) = (Matrix(rows: matrix.rows, columns: count), Matrix(rows: count, columns: matrix.columns))
    if count > 0 {
      let info = try a.withMutableView { a throws(MatrixError) in
        try u.withMutableView { u throws(MatrixError) in
          try vt.withMutableView { vt throws(MatrixError) in
            MatrixCore.start()
            return LAPACKE_dgesdd(
              LAPACK_COL_MAJOR, CChar(UInt8(ascii: "S")), Int32(a.rows), Int32(a.columns), a.base,
              Int32(a.stride), &values, u.base, Int32(u.stride), vt.base, Int32(vt.stride))
          }
        }
      }
      try requireDone(info, "singular values")
    }
    var v = vt.transposed
    for column in 0..<count where u.pointsDown(column) {
      u.negate(column)
      v.negate(column)
    }
    (self.values, left, right) = (values, u, v)
  }
}
