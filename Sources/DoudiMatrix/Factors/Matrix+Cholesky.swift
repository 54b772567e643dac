import CLAPACKE

extension Matrix {
  /// The Cholesky factor of a symmetric positive definite matrix (DPOTRF).
  ///
  ///     A = L L',  L lower triangular with a positive diagonal
  ///
  /// - Returns: L, zero above the diagonal.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``,
  ///   ``MatrixError/notSymmetric(row:column:)`` (beyond 1e-12 of the largest element) or
  ///   ``MatrixError/notPositiveDefinite(column:)``.
  public func cholesky() throws(MatrixError) -> Matrix {
    try requireSymmetric()
    var factor = self
    let size = Int32(rows)
    let info = try factor.withMutableView { l throws(MatrixError) in
      MatrixCore.start()
      return LAPACKE_dpotrf(LAPACK_COL_MAJOR, lowerTriangle, size, l.base, Int32(l.stride))
    }
    if info > 0 { throw .notPositiveDefinite(column: Int(info) - 1) }
    try requireDone(info, "Cholesky factorisation")
    for column in 0..<columns {
      for row in 0..<column { factor[row, column] = 0 }
    }
    return factor
  }

  /// The solution of a system with a symmetric positive definite matrix (DPOSV).
  ///
  ///     A X = B
  ///
  /// - Parameter right: B, one column a system.
  /// - Returns: X.
  /// - Throws: as ``cholesky()``, and where B does not fit or is not finite.
  public func solvingPositiveDefinite(_ right: Matrix) throws(MatrixError) -> Matrix {
    try requireSymmetric()
    try right.requireFinite()
    guard right.rows == rows else {
      throw .shape("\(rows) x \(columns) with a right side of \(right.rows) x \(right.columns)")
    }
    var (factor, solution) = (self, right)
    let (size, systems) = (Int32(rows), Int32(right.columns))
    let info = try factor.withMutableView { a throws(MatrixError) in
      try solution.withMutableView { b throws(MatrixError) in
        MatrixCore.start()
        return LAPACKE_dposv(
          LAPACK_COL_MAJOR, lowerTriangle, size, systems, a.base, Int32(a.stride), b.base, Int32(b.stride))
      }
    }
    if info > 0 { throw .notPositiveDefinite(column: Int(info) - 1) }
    try requireDone(info, "positive definite solution")
    return solution
  }
}
