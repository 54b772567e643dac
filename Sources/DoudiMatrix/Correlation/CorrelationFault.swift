/// Why a matrix is no correlation matrix to draw from. Positions count from zero; `row > column` in pairs.
public enum CorrelationFault: Error, Hashable, Sendable {
  /// Rows and columns are not as many.
  case notSquare(rows: Int, columns: Int)
  /// An element is infinite or not a number.
  case notFinite(row: Int, column: Int)
  /// A pair is written twice with different values.
  case notSymmetric(row: Int, column: Int, value: Double, mirror: Double)
  /// An element of the diagonal is not 1.
  case diagonal(place: Int, value: Double)
  /// A correlation is below -1 or above 1.
  case outOfRange(row: Int, column: Int, value: Double)
  /// The correlations contradict each other: some sum of the variables would have a variance that is negative or nil.
  ///
  /// The pair is the one on which the smallest eigenvalue depends most, see ``CorrelationCheck/fault(in:floor:)``.
  case notPositiveDefinite(row: Int, column: Int, value: Double, smallestEigenvalue: Double)
}
