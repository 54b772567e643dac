/// A dense matrix of doubles, stored column after column.
///
///     element (row, column) = elements[row + column * rows]
///
/// A value type: copies share storage until one of them is changed. Products and factorisations are in the
/// extensions; where draws go through in blocks, ``MatrixView`` avoids allocations.
@frozen public struct Matrix: Equatable, Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  @usableFromInline var storage: [Double]

  /// All elements, column after column: `rows * columns` of them.
  @inlinable public var elements: [Double] { storage }

  /// A matrix of one value everywhere. Negative sizes count as zero.
  /// - Parameters:
  ///   - rows: number of rows.
  ///   - columns: number of columns.
  ///   - value: the value of every element.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    (self.rows, self.columns) = (max(rows, 0), max(columns, 0))
    storage = Array(repeating: value, count: self.rows * self.columns)
  }

  /// A matrix from its elements, column after column.
  /// - Parameters:
  ///   - rows: number of rows.
  ///   - columns: number of columns.
  ///   - elements: `rows * columns` values.
  /// - Throws: ``MatrixError/shape(_:)`` where their number is another.
  public init(rows: Int, columns: Int, elements: [Double]) throws(MatrixError) {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !overflow, count == elements.count else {
      throw .shape("\(rows) x \(columns) from \(elements.count) elements")
    }
    (self.rows, self.columns, storage) = (rows, columns, elements)
  }

  /// A matrix from its rows, as one writes it down.
  /// - Parameter rows: rows of equal length.
  /// - Throws: ``MatrixError/shape(_:)`` where their lengths differ.
  public init(byRows rows: [[Double]]) throws(MatrixError) {
    let columns = rows.first?.count ?? 0
    self.init(rows: rows.count, columns: columns)
    for (row, values) in rows.enumerated() {
      guard values.count == columns else {
        throw .shape("row \(row) has \(values.count) elements, the first \(columns)")
      }
      for (column, value) in values.enumerated() { storage[row + column * self.rows] = value }
    }
  }

  /// A square matrix that is zero outside its diagonal.
  /// - Parameter diagonal: the elements of the diagonal.
  public init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count)
    for (place, value) in diagonal.enumerated() { storage[place * (diagonal.count + 1)] = value }
  }

  /// The identity of a size.
  /// - Parameter size: number of rows and columns.
  /// - Returns: ones on the diagonal, zeros elsewhere.
  public static func identity(_ size: Int) -> Matrix {
    Matrix(diagonal: Array(repeating: 1, count: max(size, 0)))
  }

  /// The element at a row and column, both from zero. A position outside the matrix ends the program, as with
  /// an array.
  /// - Parameters:
  ///   - row: the row.
  ///   - column: the column.
  @inlinable public subscript(row: Int, column: Int) -> Double {
    get { storage[place(row, column)] }
    set { storage[place(row, column)] = newValue }
  }

  /// A row outside must not be taken for an element of the next column.
  @inlinable func place(_ row: Int, _ column: Int) -> Int {
    row >= 0 && row < rows ? row + column * rows : -1
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for column in 0..<columns {
      for row in 0..<rows { result.storage[column + row * columns] = storage[row + column * rows] }
    }
    return result
  }

  /// The elements of the diagonal, from the top.
  public var diagonal: [Double] {
    (0..<min(rows, columns)).map { storage[$0 * (rows + 1)] }
  }

  /// One column as an array.
  /// - Parameter column: counted from zero; inside the matrix.
  /// - Returns: its elements from the top.
  public func column(_ column: Int) -> [Double] { Array(storage[(column * rows)..<((column + 1) * rows)]) }

  /// Calls `body` with the elements in memory, to be changed in place.
  /// - Parameter body: gets the elements, column after column.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  public mutating func withMutableElements<Result, Failure: Error>(
    _ body: (inout UnsafeMutableBufferPointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.withUnsafeMutableBufferPointer(body)
  }
}
