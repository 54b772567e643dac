import CLAPACKE

/// The least-squares fit of a full-rank design, by QR (DGELS).
///
///     minimise |y - A b|^2,  one fit for each column of Y
///
/// Columns of A are first scaled by powers of two to about the same length, which loses no bit and lets columns of
/// very different size (powers of x) stand side by side. One step of refinement follows: the residual is
/// computed with 106 bits and fitted again by the same QR.
///
/// Holds: on the reference sets of NIST the coefficients have the digits that the tests state. Does not hold: more
/// digits than about 16 less those of the condition of the scaled design.
public struct LeastSquares: Sendable {
  /// b: columns of the design x columns of the response.
  public let coefficients: Matrix
  /// The standard deviation of each coefficient, as if errors were independent and of equal variance; not a number
  /// where rows are no more than columns. Same shape as the coefficients.
  public let standardErrors: Matrix
  /// y - A b.
  public let residuals: Matrix
  /// Reciprocal of the condition of the scaled design, estimated (DTRCON, 1-norm): digits lost are about its
  /// negative decimal logarithm.
  public let reciprocalCondition: Double

  /// The sum of squared residuals of each response.
  public var residualSumOfSquares: [Double] {
    (0..<residuals.columns).map { residuals.column($0).reduce(0) { $0 + $1 * $1 } }
  }

  /// The fit of `response` by the columns of `design`.
  /// - Parameters:
  ///   - design: A, observations x coefficients, with at least as many rows as columns.
  ///   - response: Y, observations x responses.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``, or
  ///   ``MatrixError/rankDeficient(rank:columns:)`` where the scaled design has a condition beyond 1 / (100 x 2^-52):
  ///   ``MinimumNormFit`` then gives the shortest of the many solutions.
  public init(design: Matrix, response: Matrix) throws(MatrixError) {
    guard design.rows >= design.columns, design.columns > 0, response.rows == design.rows else {
      throw .shape(
        "least squares of \(response.rows) x \(response.columns) by \(design.rows) x \(design.columns)")
    }
    try design.requireFinite()
    try response.requireFinite()
    let scaled = ScaledDesign(design)
    let factor = try OrthogonalFactor(scaled.matrix)
    reciprocalCondition = try factor.reciprocalCondition()
    if reciprocalCondition < 100 * Double.ulpOfOne {
      let rank = try MinimumNormFit(design: scaled.matrix, response: response).rank
      throw .rankDeficient(rank: min(rank, design.columns - 1), columns: design.columns)
    }
    var solution = try factor.fit(response)
    let first = ExactResidual.of(response, design: scaled.matrix, coefficients: solution)
    let correction = try factor.fit(first)
    for column in 0..<solution.columns {
      for row in 0..<solution.rows { solution[row, column] += correction[row, column] }
    }
    residuals = ExactResidual.of(response, design: scaled.matrix, coefficients: solution)
    let spread = try factor.rowNormsOfInverse()
    let freedom = Double(design.rows - design.columns)
    var errors = solution
    for column in 0..<solution.columns {
      let squares = residuals.column(column).reduce(0) { $0 + $1 * $1 }
      let deviation = freedom > 0 ? (squares / freedom).squareRoot() : .nan
      for row in 0..<solution.rows {
        errors[row, column] = deviation * spread[row] * scaled.factors[row]
        solution[row, column] *= scaled.factors[row]
      }
    }
    (coefficients, standardErrors) = (solution, errors)
  }
}

/// A design whose columns are multiplied by powers of two so that their largest elements lie in [1, 2).
private struct ScaledDesign {
  let matrix: Matrix
  /// What each column was multiplied by.
  let factors: [Double]

  init(_ design: Matrix) {
    var (scaled, factors): (Matrix, [Double]) = (design, [])
    for column in 0..<design.columns {
      let largest = (0..<design.rows).reduce(0) { max($0, design[$1, column].magnitude) }
      let isUsual = largest >= 0x1p-1000 && largest <= 0x1p1000
      let factor = isUsual ? 1 / largest.binade : 1
      for row in 0..<design.rows { scaled[row, column] *= factor }
      factors.append(factor)
    }
    (matrix, self.factors) = (scaled, factors)
  }
}
