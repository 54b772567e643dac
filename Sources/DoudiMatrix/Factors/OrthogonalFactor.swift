import CLAPACKE

/// A = Q R of a matrix with at least as many rows as columns, Q kept as reflections (DGEQRF).
struct OrthogonalFactor {
  private let packed: Matrix
  private let scales: [Double]

  init(_ matrix: Matrix) throws(MatrixError) {
    var (packed, scales) = (matrix, Array(repeating: 0.0, count: matrix.columns))
    let info = try packed.withMutableView { a throws(MatrixError) in
      MatrixCore.start()
      return LAPACKE_dgeqrf(
        LAPACK_COL_MAJOR, Int32(a.rows), Int32(a.columns), a.base, Int32(a.stride), &scales)
    }
    try requireDone(info, "QR factorisation")
    (self.packed, self.scales) = (packed, scales)
  }

  /// Coefficients of the fit: R b = the first rows of Q' Y.
  func fit(_ response: Matrix) throws(MatrixError) -> Matrix {
    var turned = response
    let inner = Int32(packed.columns)
    let info = try packed.withView { a throws(MatrixError) in
      try turned.withMutableView { y throws(MatrixError) in
        let first = LAPACKE_dormqr(
          LAPACK_COL_MAJOR, leftSide, transposedWay, Int32(y.rows), Int32(y.columns), inner,
          a.base, Int32(a.stride), scales, y.base, Int32(y.stride))
        if first != 0 { return first }
        return LAPACKE_dtrtrs(
          LAPACK_COL_MAJOR, upperTriangle, asItIs, storedDiagonal, inner,
          Int32(y.columns), a.base, Int32(a.stride), y.base, Int32(y.stride))
      }
    }
    if info > 0 { throw .rankDeficient(rank: Int(info) - 1, columns: packed.columns) }
    try requireDone(info, "least squares")
    var result = Matrix(rows: packed.columns, columns: response.columns)
    for column in 0..<result.columns {
      for row in 0..<result.rows { result[row, column] = turned[row, column] }
    }
    return result
  }

  /// 1 / (|R| |R^-1|) in the 1-norm, estimated; zero for a singular R.
  func reciprocalCondition() throws(MatrixError) -> Double {
    var result = 0.0
    let info = try packed.withView { a throws(MatrixError) in
      LAPACKE_dtrcon(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "1")), upperTriangle, storedDiagonal,
        Int32(a.columns), a.base, Int32(a.stride), &result)
    }
    try requireDone(info, "condition")
    return result
  }

  /// The length of each row of R^-1: square roots of the diagonal of (A' A)^-1.
  func rowNormsOfInverse() throws(MatrixError) -> [Double] {
    var inverse = packed
    let info = try inverse.withMutableView { a throws(MatrixError) in
      LAPACKE_dtrtri(
        LAPACK_COL_MAJOR, upperTriangle, storedDiagonal, Int32(a.columns), a.base, Int32(a.stride))
    }
    if info > 0 { throw .rankDeficient(rank: Int(info) - 1, columns: packed.columns) }
    try requireDone(info, "inverse of a triangle")
    return (0..<packed.columns).map { row in
      (row..<packed.columns).reduce(0) { $0 + inverse[row, $1] * inverse[row, $1] }.squareRoot()
    }
  }
}
