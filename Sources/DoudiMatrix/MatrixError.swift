/// Why an operation on matrices has no result. Positions count from zero.
public enum MatrixError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The shapes do not go together; the text says which.
  case shape(String)
  /// An element is infinite or not a number.
  case notFinite(row: Int, column: Int)
  /// The element and its mirror image differ.
  case notSymmetric(row: Int, column: Int)
  /// The leading block that ends with this column has no Cholesky factor.
  case notPositiveDefinite(column: Int)
  /// The columns are linearly dependent as far as double precision can tell.
  case rankDeficient(rank: Int, columns: Int)
  /// The iteration did not come to an end.
  case notConverged(String)

  /// One English sentence; whoever knows what the matrix means says more.
  public var description: String {
    switch self {
    case .shape(let text): "matrix shapes: \(text)"
    case .notFinite(let row, let column): "the element at row \(row), column \(column) is not finite"
    case .notSymmetric(let row, let column):
      "not symmetric: row \(row), column \(column) differs from its mirror image"
    case .notPositiveDefinite(let column): "not positive definite: fails at column \(column)"
    case .rankDeficient(let rank, let columns): "only \(rank) of \(columns) columns are independent"
    case .notConverged(let what): "\(what) did not converge"
    }
  }
}
