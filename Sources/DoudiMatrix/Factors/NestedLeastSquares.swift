/// Least-squares fits of one full-rank design by its first columns: the first few, more, all of them, each response
/// by as many as foretell it best.
///
///     minimise |y - A_k b|^2,  A_k the first k columns;   A_k = Q_k R_k is a part of A = Q R
///     |y - A_k b| = |y - Q_k Q_k' y|,   left out, observation i is missed by residual_i / (1 - h_i)
///
/// One factorisation serves all numbers of columns and all responses. Columns should be of about equal length.
///
/// Holds: the fit of `LeastSquares` without refinement. Does not hold: anything about columns after the first that
/// those before it give; ``usable`` counts the others.
public struct NestedLeastSquares: Sendable {
  /// Columns before the first that depends on those before it.
  public let usable: Int
  private let factor: OrthogonalFactor
  private let q: Matrix

  /// The least share of a column's length that must be its own.
  private static let least = 1e-10

  /// Factors a design.
  /// - Parameter design: A, observations x coefficients, with at least as many rows as columns, and one at least.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``.
  public init(design: Matrix) throws(MatrixError) {
    guard design.rows >= design.columns, design.columns > 0 else {
      throw .shape("least squares by \(design.rows) x \(design.columns)")
    }
    try design.requireFinite()
    factor = try OrthogonalFactor(design)
    let shares = factor.ownShares
    usable = shares.firstIndex { !($0 > Self.least) } ?? shares.count
    q = try factor.orthogonalColumns()
  }

  /// Fits responses, each by the number of columns with which observations left out are missed least.
  /// - Parameters:
  ///   - response: Y, observations x responses.
  ///   - sizes: numbers of columns to choose from; those beyond ``usable`` are not tried.
  /// - Returns: coefficients, numbers of columns, and what the fits miss.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)``.
  public func fit(_ response: Matrix, sizes: [Int]) throws(MatrixError) -> NestedFit {
    guard response.rows == q.rows else {
      throw .shape("least squares of \(response.rows) x \(response.columns) by \(q.rows) x \(q.columns)")
    }
    try response.requireFinite()
    var turned = try Matrix.product(q, response, transposing: .first)
    var fit = NestedFit(columns: q.columns, responses: response.columns)
    var (rest, leverages, done) = (response, [Double](repeating: 0, count: q.rows), 0)
    for size in sizes.sorted() where size > done && size <= usable {
      try subtract(&rest, turned, done..<size)
      add(&leverages, done..<size)
      fit.compare(size, Self.missed(rest, leverages))
      done = size
    }
    try factor.solve(&turned, leading: fit.sizes)
    fit.coefficients = turned
    return fit
  }

  /// Y <- Y - Q B with some columns of Q and the same rows of B.
  private func subtract(_ rest: inout Matrix, _ turned: Matrix, _ part: Range<Int>) throws(MatrixError) {
    let rows = q.rows
    try q.elements.withUnsafeBufferPointer { all throws(MatrixError) in
      try turned.elements.withUnsafeBufferPointer { rows0 throws(MatrixError) in
        let columns = UnsafeBufferPointer(rebasing: all[(part.lowerBound * rows)..<(part.upperBound * rows)])
        let weights = UnsafeBufferPointer(rebasing: rows0[min(part.lowerBound, rows0.count)...])
        let a = try MatrixView(columns, rows: rows, columns: part.count)
        let b = try MatrixView(weights, rows: part.count, columns: turned.columns, stride: turned.rows)
        try rest.withMutableView { c throws(MatrixError) in
          try MatrixKernel.product(a, b, scale: -1, keeping: 1, into: c)
        }
      }
    }
  }

  private func add(_ leverages: inout [Double], _ part: Range<Int>) {
    for column in part {
      for row in 0..<q.rows { leverages[row] += q[row, column] * q[row, column] }
    }
  }

  /// For each response the mean square by which observations are missed when they are left out, with its
  /// standard error.
  private static func missed(
    _ rest: Matrix, _ leverages: [Double]
  ) -> [(value: Double, standardError: Double)] {
    let weights = leverages.map { 1 / ((1 - $0) * (1 - $0)) }
    let count = Double(rest.rows)
    return rest.elements.withUnsafeBufferPointer { values in
      (0..<rest.columns).map { column in
        var (sum, squares) = (0.0, 0.0)
        for (row, weight) in weights.enumerated() {
          let value = values[column &* rest.rows &+ row]
          let square = value * value * weight
          sum += square
          squares += square * square
        }
        let mean = sum / count
        return (mean, (max(0, squares / count - mean * mean) / count).squareRoot())
      }
    }
  }
}

/// What ``NestedLeastSquares`` finds for each response.
public struct NestedFit: Sendable {
  /// b: columns of the design x responses; 0 for columns that a response is not fitted by.
  public internal(set) var coefficients: Matrix
  /// Columns that each response is fitted by; 0 where no number of columns can be left out of.
  public private(set) var sizes: [Int]
  /// The mean square by which observations are missed when each is left out of the fit; infinite without a fit.
  public private(set) var missed: [Double]
  /// The standard error of that mean, as if observations were independent.
  public private(set) var missedErrors: [Double]

  init(columns: Int, responses: Int) {
    coefficients = Matrix(rows: columns, columns: responses)
    sizes = Array(repeating: 0, count: responses)
    missed = Array(repeating: .infinity, count: responses)
    missedErrors = missed
  }

  /// Takes a number of columns where it misses less than those before it.
  mutating func compare(_ size: Int, _ found: [(value: Double, standardError: Double)]) {
    for (response, one) in found.enumerated() where one.value < missed[response] {
      (missed[response], missedErrors[response]) = one
      sizes[response] = size
    }
  }
}
