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
    try turn(&turned, transposedWay)
    var result = turned.top(packed.columns)
    try solve(&result, asItIs)
    return result
  }

  /// What is missing in r + A b = y and A' r = 0: the solution of
  ///
  ///     dr + A db = gap,  A' dr = slope
  ///
  /// by R' h = slope, d = Q' gap, R db = d1 - h, dr = Q (h, d2), where d1 are the first rows of d and d2 the others.
  func correction(
    gap: Matrix, slope: Matrix
  ) throws(MatrixError) -> (residuals: Matrix, coefficients: Matrix) {
    var (h, residuals) = (slope, gap)
    try solve(&h, transposedWay)
    try turn(&residuals, transposedWay)
    var coefficients = residuals.top(packed.columns)
    for column in 0..<h.columns {
      for row in 0..<h.rows {
        coefficients[row, column] -= h[row, column]
        residuals[row, column] = h[row, column]
      }
    }
    try solve(&coefficients, asItIs)
    try turn(&residuals, asItIs)
    return (residuals, coefficients)
  }

  /// Y <- op(Q) Y.
  private func turn(_ matrix: inout Matrix, _ way: CChar) throws(MatrixError) {
    let info = try packed.withView { a throws(MatrixError) in
      try matrix.withMutableView { y throws(MatrixError) in
        LAPACKE_dormqr(
          LAPACK_COL_MAJOR, leftSide, way, Int32(y.rows), Int32(y.columns), Int32(a.columns), a.base,
          Int32(a.stride), scales, y.base, Int32(y.stride))
      }
    }
    try requireDone(info, "least squares")
  }

  /// X <- op(R)^-1 X.
  private func solve(_ matrix: inout Matrix, _ way: CChar) throws(MatrixError) {
    let info = try packed.withView { a throws(MatrixError) in
      try matrix.withMutableView { x throws(MatrixError) in
        LAPACKE_dtrtrs(
          LAPACK_COL_MAJOR, upperTriangle, way, storedDiagonal, Int32(x.rows), Int32(x.columns), a.base,
          Int32(a.stride), x.base, Int32(x.stride))
      }
    }
    if info > 0 { throw .rankDeficient(rank: Int(info) - 1, columns: packed.columns) }
    try requireDone(info, "least squares")
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

  /// Q, with as many columns as A.
  func orthogonalColumns() throws(MatrixError) -> Matrix {
    var q = packed
    let info = try q.withMutableView { a throws(MatrixError) in
      LAPACKE_dorgqr(
        LAPACK_COL_MAJOR, Int32(a.rows), Int32(a.columns), Int32(a.columns), a.base, Int32(a.stride), scales)
    }
    try requireDone(info, "orthogonal factor")
    return q
  }

  /// For each column of A the share of its length that columns before it do not give; 0 for a column of zeros.
  var ownShares: [Double] {
    (0..<packed.columns).map { column in
      let squares = (0...column).reduce(0.0) { $0 + packed[$1, column] * packed[$1, column] }
      return squares > 0 ? abs(packed[column, column]) / squares.squareRoot() : 0
    }
  }

  /// Solves R_k x = the first k numbers of each column, k its own; what comes after them becomes 0.
  func solve(_ matrix: inout Matrix, leading sizes: [Int]) throws(MatrixError) {
    for size in Set(sizes).sorted() {
      let places = sizes.indices.filter { sizes[$0] == size }
      var part = Matrix(rows: size, columns: places.count)
      for (column, place) in places.enumerated() {
        for row in 0..<size { part[row, column] = matrix[row, place] }
      }
      if size > 0 { try solve(&part, asItIs) }
      for (column, place) in places.enumerated() {
        for row in 0..<matrix.rows { matrix[row, place] = row < size ? part[row, column] : 0 }
      }
    }
  }

  /// The squared length of each row of Q, whose columns are as many as those of A.
  func rowSquaresOfQ() throws(MatrixError) -> [Double] {
    let q = try orthogonalColumns()
    var result = Array(repeating: 0.0, count: q.rows)
    for column in 0..<q.columns {
      for row in 0..<q.rows { result[row] += q[row, column] * q[row, column] }
    }
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

extension Matrix {
  /// The first rows.
  func top(_ count: Int) -> Matrix {
    var result = Matrix(rows: count, columns: columns)
    for column in 0..<columns {
      for row in 0..<count { result[row, column] = self[row, column] }
    }
    return result
  }

  /// Adds a matrix of the same shape, element by element.
  mutating func add(_ other: Matrix) {
    for column in 0..<columns {
      for row in 0..<rows { self[row, column] += other[row, column] }
    }
  }
}
