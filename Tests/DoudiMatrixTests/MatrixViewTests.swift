import DoudiMatrix
import Testing

@Suite struct MatrixViewTests {
  @Test func aViewMayBePartOfALargerMatrix() throws {
    let large = try Naive.matrix(7, 5, seed: 1)
    let right = try Naive.matrix(3, 2, seed: 2)
    // Rows 2...4 of columns 1...3, without copying.
    var part = Matrix(rows: 3, columns: 3)
    for column in 0..<3 { for row in 0..<3 { part[row, column] = large[row + 2, column + 1] } }
    var result = Matrix(rows: 3, columns: 2)
    try large.elements.withUnsafeBufferPointer { buffer in
      let view = try MatrixView(
        UnsafeBufferPointer(rebasing: buffer[9...]), rows: 3, columns: 3, stride: 7)
      try right.withView { right throws(MatrixError) in
        try result.withMutableView { result throws(MatrixError) in
          try MatrixKernel.product(view, right, into: result)
        }
      }
    }
    #expect(gap(result, Naive.product(part, right)) < 1e-15)
  }

  @Test(arguments: [(2, 3, 1), (2, 3, 4), (-1, 2, 3), (2, -1, 3), (1 << 31, 0, 1 << 31), (0, 1 << 31, 1)])
  func viewsStayInsideTheirMemory(rows: Int, columns: Int, stride: Int) {
    var numbers = Array(repeating: 0.0, count: 9)
    numbers.withUnsafeMutableBufferPointer { buffer in
      let read = UnsafeBufferPointer(buffer)
      #expect(throws: MatrixError.self) {
        _ = try MatrixView(read, rows: rows, columns: columns, stride: stride)
      }
      #expect(throws: MatrixError.self) {
        _ = try MutableMatrixView(buffer, rows: rows, columns: columns, stride: stride)
      }
    }
  }

  @Test func theLastColumnNeedsNoFullStride() throws {
    let numbers = Array(repeating: 0.0, count: 10)
    try numbers.withUnsafeBufferPointer { buffer in
      let view = try MatrixView(buffer, rows: 2, columns: 3, stride: 4)
      #expect(view.rows == 2 && view.columns == 3 && view.stride == 4)
      let empty = try MatrixView(UnsafeBufferPointer(start: nil, count: 0), rows: 0, columns: 3)
      #expect(empty.stride == 1)
    }
  }
}
