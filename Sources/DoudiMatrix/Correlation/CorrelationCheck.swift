/// Whether a matrix of correlations can be drawn from, and if not, which pair to look at.
public enum CorrelationCheck {
  /// Largest difference from symmetry and from a diagonal of ones that counts as rounding.
  static let rounding = 1e-12

  /// The first fault of a matrix: its shape, then its elements, then their harmony.
  ///
  /// A symmetric matrix is positive definite where its smallest eigenvalue l is positive. With v the unit
  /// eigenvector of l,
  ///
  ///     d l / d r_ij = 2 v_i v_j      (r_ij and r_ji moved together)
  ///
  /// so the pair with the largest |v_i v_j| moves it most, and is the one named. Of pairs within a millionth
  /// of the largest the first is taken, so that all kernels name the same one. Does not hold: that the named
  /// pair is the one that was written wrongly; ``range(row:column:in:)`` says how far it can go.
  /// - Parameters:
  ///   - matrix: the correlations.
  ///   - floor: the smallest eigenvalue that is accepted.
  /// - Returns: nil where there is none.
  /// - Throws: ``MatrixError/notConverged(_:)``.
  public static func fault(in matrix: Matrix, floor: Double = 1e-10) throws(MatrixError) -> CorrelationFault?
  {
    if let fault = elementFault(in: matrix) { return fault }
    guard matrix.rows > 1 else { return nil }
    let eigen = try SymmetricEigen(matrix)
    let smallest = eigen.values[0]
    if smallest >= floor { return nil }
    let (row, column) = heaviestPair(eigen.vectors.column(0))
    return .notPositiveDefinite(
      row: row, column: column, value: matrix[row, column], smallestEigenvalue: smallest)
  }

  /// Where a correlation may lie, open at both ends, for the matrix to be positive definite while all others stay.
  ///
  /// With C the correlations of the other variables and c_i, c_j theirs with i and j,
  ///
  ///     r_ij = c_i' C^-1 c_j  -+  sqrt((1 - c_i' C^-1 c_i) (1 - c_j' C^-1 c_j))
  ///
  /// - Parameters:
  ///   - row: i.
  ///   - column: j, another than i.
  ///   - matrix: symmetric with ones on the diagonal.
  /// - Returns: the two ends; nil where no value helps, because the others contradict each other.
  public static func range(row: Int, column: Int, in matrix: Matrix) -> ClosedRange<Double>? {
    let inside = 0..<matrix.rows
    guard matrix.isSquare, row != column, inside.contains(row), inside.contains(column) else { return nil }
    let others = inside.filter { $0 != row && $0 != column }
    var (rest, pair) = (
      Matrix(rows: others.count, columns: others.count), Matrix(rows: others.count, columns: 2)
    )
    for (place, other) in others.enumerated() {
      for (second, mate) in others.enumerated() { rest[place, second] = matrix[other, mate] }
      pair[place, 0] = matrix[other, row]
      pair[place, 1] = matrix[other, column]
    }
    guard let solved = try? rest.solvingPositiveDefinite(pair),
      let explained = try? Matrix.product(pair, solved, transposing: .first)
    else { return nil }
    let room = (1 - explained[0, 0]) * (1 - explained[1, 1])
    guard explained[0, 0] < 1, explained[1, 1] < 1, room > 0 else { return nil }
    let middle = (explained[0, 1] + explained[1, 0]) / 2
    return (middle - room.squareRoot())...(middle + room.squareRoot())
  }

  private static func elementFault(in matrix: Matrix) -> CorrelationFault? {
    guard matrix.isSquare else { return .notSquare(rows: matrix.rows, columns: matrix.columns) }
    let size = matrix.rows
    for column in 0..<size {
      for row in 0..<size where !matrix[row, column].isFinite { return .notFinite(row: row, column: column) }
    }
    for column in 0..<size where (matrix[column, column] - 1).magnitude > rounding {
      return .diagonal(place: column, value: matrix[column, column])
    }
    for column in 0..<size {
      for row in (column + 1)..<max(size, column + 1) {
        let (value, mirror) = (matrix[row, column], matrix[column, row])
        if value.magnitude > 1 { return .outOfRange(row: row, column: column, value: value) }
        if (value - mirror).magnitude > rounding {
          return .notSymmetric(row: row, column: column, value: value, mirror: mirror)
        }
      }
    }
    return nil
  }

  /// The pair with the largest |v_i v_j|.
  private static func heaviestPair(_ vector: [Double]) -> (row: Int, column: Int) {
    let weights = vector.map(\.magnitude)
    let order = weights.sorted(by: >)
    let largest = order[0] * order[1] * (1 - 1e-6)
    for column in weights.indices {
      for row in (column + 1)..<max(weights.count, column + 1) where weights[row] * weights[column] >= largest
      {
        return (row, column)
      }
    }
    return (1, 0)
  }
}
