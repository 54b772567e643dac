import CLAPACKE

/// The shortest of all least-squares solutions, for designs of any rank and shape (DGELSD).
///
///     minimise |y - A b|^2, then |b|^2
///
/// The rank is the number of singular values above `tolerance` times the largest; smaller ones count as zero. Scale the
/// columns beforehand if their units differ: both the rank and the length of b depend on them.
public struct MinimumNormFit: Sendable {
  /// b: columns of the design x columns of the response.
  public let coefficients: Matrix
  /// The numerical rank of the design.
  public let rank: Int
  /// Singular values of the design, largest first.
  public let singularValues: [Double]

  /// The fit of `response` by the columns of `design`.
  /// - Parameters:
  ///   - design: A, observations x coefficients.
  ///   - response: Y, observations x responses.
  ///   - tolerance: in units of the largest singular value; by default 2^-52 times the larger size of A.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)`` or
  ///   ``MatrixError/notConverged(_:)``.
  public init(design: Matrix, response: Matrix, tolerance: Double? = nil) throws(MatrixError) {
    guard design.rows > 0, design.columns > 0, response.rows == design.rows else {
      throw .shape(
        "least squares of \(response.rows) x \(response.columns) by \(design.rows) x \(design.columns)")
    }
    try design.requireFinite()
    try response.requireFinite()
    let longest = max(design.rows, design.columns)
    let cut = tolerance ?? Double.ulpOfOne * Double(longest)
    var (a, b) = (design, Matrix(rows: longest, columns: response.columns))
    for column in 0..<response.columns {
      for row in 0..<response.rows { b[row, column] = response[row, column] }
    }
    var values = Array(repeating: 0.0, count: min(design.rows, design.columns))
    var rank: Int32 = 0
    let info = try a.withMutableView { a throws(MatrixError) in
      try b.withMutableView { b throws(MatrixError) in
        MatrixCore.start()
        return LAPACKE_dgelsd(
          LAPACK_COL_MAJOR, Int32(a.rows), Int32(a.columns), Int32(b.columns), a.base, Int32(a.stride),
          b.base, Int32(b.stride), &values, cut, &rank)
      }
    }
    try requireDone(info, "least squares by singular values")
    var result = Matrix(rows: design.columns, columns: response.columns)
    for column in 0..<result.columns {
      for row in 0..<result.rows { result[row, column] = b[row, column] }
    }
    (coefficients, self.rank, singularValues) = (result, Int(rank), values)
  }
}
