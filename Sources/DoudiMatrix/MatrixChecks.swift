extension Matrix {
  /// Whether rows and columns are as many.
  public var isSquare: Bool { rows == columns }

  /// That every element is finite.
  /// - Throws: ``MatrixError/notFinite(row:column:)`` with the first that is not.
  public func requireFinite() throws(MatrixError) {
    // A sum that stays finite proves it without a branch an element.
    if (storage.reduce(0) { $0 + ($1 - $1) }) == 0 { return }
    guard let place = storage.firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(row: place % rows, column: place / rows)
  }

  /// That the matrix is square and equal to its mirror image.
  /// - Parameter tolerance: largest difference of a pair, in units of the largest absolute element.
  /// - Throws: ``MatrixError/shape(_:)``, ``MatrixError/notFinite(row:column:)`` or
  ///   ``MatrixError/notSymmetric(row:column:)`` with the first pair that differs, `row > column`.
  public func requireSymmetric(tolerance: Double = 1e-12) throws(MatrixError) {
    guard isSquare else { throw .shape("\(rows) x \(columns) is not square") }
    try requireFinite()
    let most = tolerance * (storage.map(\.magnitude).max() ?? 0)
    for column in 0..<columns {
      for row in (column + 1)..<max(rows, column + 1)
      where (self[row, column] - self[column, row]).magnitude > most {
        throw .notSymmetric(row: row, column: column)
      }
    }
  }

  /// Copies one triangle over the other.
  mutating func mirrorLower() {
    for column in 0..<columns {
      for row in (column + 1)..<max(rows, column + 1) { self[column, row] = self[row, column] }
    }
  }
}
