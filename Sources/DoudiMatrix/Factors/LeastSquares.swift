import CLAPACKE

/// The least-squares fit of a full-rank design, by QR (DGEQRF).
///
///     minimise |y - A b|^2,  one fit for each column of Y
///
/// Columns of A are first scaled by powers of two to about the same length, which loses no bit and lets columns of
/// very different size (powers of x) stand side by side. Steps of refinement follow (Björck 1967, BIT 7): both
/// conditions of the solution, r + A b = y and A' r = 0, are computed with 106 bits, and what is missing is solved for
/// by the same QR.
///
/// Holds: the coefficients are those of the design as it is in doubles to nearly all digits, also where residuals are
/// large. Does not hold: the same for the design that was meant. Powers of x are rounded before they come here; that
/// costs as many digits as the condition has.
public struct LeastSquares: Sendable {
  /// b: columns of the design x columns of the response.
  public let coefficients: Matrix
  /// y - A b.
  public let residuals: Matrix
  /// The weight h of each observation in its own fitted value; they add up to the number of coefficients.
  ///
  /// Left out of the fit, observation i would be missed by residual_i / (1 - h_i): what a cross-validation adds up.
  public let leverages: [Double]
  /// Reciprocal of the condition of the scaled design, estimated (DTRCON, 1-norm): digits lost are about its
  /// negative decimal logarithm.
  public let reciprocalCondition: Double
  /// Square roots of the diagonal of (A' A)^-1.
  private let spreads: [Double]

  /// The sum of squared residuals of each response.
  public var residualSumOfSquares: [Double] {
    (0..<residuals.columns).map { residuals.column($0).reduce(0) { $0 + $1 * $1 } }
  }

  /// The standard deviation of each coefficient, as if errors were independent and of equal variance.
  ///
  ///     se_j = sqrt(RSS / (rows - columns) x [(A' A)^-1]_jj)
  ///
  /// Not numbers where the design has as many rows as columns. Same shape as the coefficients.
  public var standardErrors: Matrix {
    let freedom = Double(residuals.rows - coefficients.rows)
    var result = coefficients
    for (column, squares) in residualSumOfSquares.enumerated() {
      let deviation = freedom > 0 ? (squares / freedom).squareRoot() : .nan
      for row in 0..<result.rows { result[row, column] = deviation * spreads[row] }
    }
    return result
  }

  /// Each leaves about the condition times 2^-53 of the error: 1e-2 for the worst design that is let through.
  private static let refinements = 3

  /// The fit of `response` by the columns of `design`.
  /// - Parameters:
  ///   - design: A, observations x coefficients, with at least as many rows as columns.
  ///   - response: Y, observations x responses.
  ///   - refining: false for plain QR, with residuals by one product: a hundred times faster where responses are many, and as
  ///     good where the condition is small.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``, or
  ///   ``MatrixError/rankDeficient(rank:columns:)`` where the scaled design has a condition beyond 1 / (100 x 2^-52):
  ///   ``MinimumNormFit`` then gives the shortest of the many solutions.
  public init(design: Matrix, response: Matrix, refining: Bool = true) throws(MatrixError) {
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
    if refining {
      residuals = try Self.refine(&solution, of: response, scaled.matrix, factor)
    } else {
      var rest = response
      try Matrix.product(scaled.matrix, solution, scale: -1, keeping: 1, into: &rest)
      residuals = rest
    }
    for column in 0..<solution.columns {
      for row in 0..<solution.rows { solution[row, column] *= scaled.factors[row] }
    }
    coefficients = solution
    leverages = try factor.rowSquaresOfQ()
    spreads = zip(try factor.rowNormsOfInverse(), scaled.factors).map { $0 * $1 }
  }

  /// Refines a solution of the scaled design and returns its residuals.
  private static func refine(
    _ solution: inout Matrix, of response: Matrix, _ design: Matrix, _ factor: OrthogonalFactor
  ) throws(MatrixError) -> Matrix {
    var rest = ExactResidual.of(response, design: design, coefficients: solution)
    for _ in 0..<refinements {
      let gap = ExactResidual.of(response, minus: rest, design: design, coefficients: solution)
      let slope = ExactResidual.slope(rest, design: design)
      let step = try factor.correction(gap: gap, slope: slope)
      rest.add(step.residuals)
      solution.add(step.coefficients)
    }
    return rest
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
