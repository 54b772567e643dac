/// A matrix in somebody else's memory, to be read: a block of draws, or a part of a larger matrix.
///
///     element (row, column) = base[row + column * stride]
///
/// It owns nothing: valid only while the memory is.
public struct MatrixView {
  /// Where element (0, 0) is.
  public let base: UnsafePointer<Double>
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// Distance in elements from one column to the next, at least `rows` and at least one.
  public let stride: Int

  /// A view of a buffer.
  /// - Parameters:
  ///   - buffer: the memory.
  ///   - rows: number of rows.
  ///   - columns: number of columns.
  ///   - stride: distance from one column to the next; by default `rows`.
  /// - Throws: ``MatrixError/shape(_:)`` where the buffer is too short, a size is negative or beyond
  ///   2^31 - 1, or `stride` is less than `rows`.
  public init(
    _ buffer: UnsafeBufferPointer<Double>, rows: Int, columns: Int, stride: Int? = nil
  ) throws(MatrixError) {
    let stride = max(stride ?? rows, 1)
    try checkView(count: buffer.count, rows: rows, columns: columns, stride: stride)
    base = buffer.baseAddress ?? noElements
    (self.rows, self.columns, self.stride) = (rows, columns, stride)
  }

  /// What was written, to be read.
  /// - Parameter view: the same memory.
  public init(_ view: MutableMatrixView) {
    (base, rows, columns, stride) = (UnsafePointer(view.base), view.rows, view.columns, view.stride)
  }
}

/// A matrix in somebody else's memory, to be written.
///
///     element (row, column) = base[row + column * stride]
///
/// It owns nothing: valid only while the memory is. What an operation reads must not overlap what it writes.
public struct MutableMatrixView {
  /// Where element (0, 0) is.
  public let base: UnsafeMutablePointer<Double>
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// Distance in elements from one column to the next, at least `rows` and at least one.
  public let stride: Int

  /// A view of a buffer.
  /// - Parameters:
  ///   - buffer: the memory.
  ///   - rows: number of rows.
  ///   - columns: number of columns.
  ///   - stride: distance from one column to the next; by default `rows`.
  /// - Throws: ``MatrixError/shape(_:)`` where the buffer is too short, a size is negative or beyond
  ///   2^31 - 1, or `stride` is less than `rows`.
  public init(
    _ buffer: UnsafeMutableBufferPointer<Double>, rows: Int, columns: Int, stride: Int? = nil
  ) throws(MatrixError) {
    let stride = max(stride ?? rows, 1)
    try checkView(count: buffer.count, rows: rows, columns: columns, stride: stride)
    base = buffer.baseAddress ?? UnsafeMutablePointer(mutating: noElements)
    (self.rows, self.columns, self.stride) = (rows, columns, stride)
  }
}

extension Matrix {
  /// Calls `body` with the matrix as a view.
  /// - Parameter body: must not keep the view.
  /// - Returns: what `body` returns.
  /// - Throws: ``MatrixError/shape(_:)`` for sizes beyond 2^31 - 1, and what `body` throws.
  public func withView<Result>(
    _ body: (MatrixView) throws(MatrixError) -> Result
  ) throws(MatrixError) -> Result {
    try storage.withUnsafeBufferPointer { buffer throws(MatrixError) in
      try body(MatrixView(buffer, rows: rows, columns: columns))
    }
  }

  /// Calls `body` with the matrix as a view that can be written.
  /// - Parameter body: must not keep the view.
  /// - Returns: what `body` returns.
  /// - Throws: ``MatrixError/shape(_:)`` for sizes beyond 2^31 - 1, and what `body` throws.
  public mutating func withMutableView<Result>(
    _ body: (MutableMatrixView) throws(MatrixError) -> Result
  ) throws(MatrixError) -> Result {
    let (rows, columns) = (rows, columns)
    return try withMutableElements { buffer throws(MatrixError) in
      try body(MutableMatrixView(buffer, rows: rows, columns: columns))
    }
  }
}

/// An address for views without elements, never read.
nonisolated(unsafe) private let noElements = UnsafePointer(UnsafeMutablePointer<Double>.allocate(capacity: 1))

private func checkView(count: Int, rows: Int, columns: Int, stride: Int) throws(MatrixError) {
  let most = Int(Int32.max)
  let sizes = 0...most
  guard sizes.contains(rows), sizes.contains(columns), stride >= rows, stride <= most else {
    throw .shape("\(rows) x \(columns) with stride \(stride)")
  }
  let needed = rows == 0 || columns == 0 ? 0 : (columns - 1) * stride + rows
  guard needed <= count else {
    throw .shape("\(rows) x \(columns) with stride \(stride) in \(count) elements")
  }
}
