import DoudiMatrix
import Testing

@Suite struct MatrixTests {
  @Test func columnsComeOneAfterTheOther() throws {
    let matrix = try Matrix(byRows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.elements == [1, 4, 2, 5, 3, 6])
    #expect(matrix[1, 2] == 6 && matrix.rows == 2 && matrix.columns == 3)
    #expect(matrix.column(1) == [2, 5])
    #expect(matrix.diagonal == [1, 5])
    let same = try Matrix(rows: 2, columns: 3, elements: [1, 4, 2, 5, 3, 6])
    #expect(matrix == same)
  }

  @Test func transposedExchangesRowsAndColumns() throws {
    let matrix = try Matrix(byRows: [[1, 2, 3], [4, 5, 6]])
    let expected = try Matrix(byRows: [[1, 4], [2, 5], [3, 6]])
    #expect(matrix.transposed == expected)
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func copiesAreTheirOwn() {
    let original = Matrix.identity(2)
    var copy = original
    copy[0, 1] = 7
    copy.withMutableElements { $0[1] = 8 }
    #expect(original.elements == [1, 0, 0, 1])
    #expect(copy.elements == [1, 8, 7, 1])
    #expect(Matrix(diagonal: [2, 3]).elements == [2, 0, 0, 3])
  }

  @Test func sizesThatDoNotFitAreRefused() {
    #expect(throws: MatrixError.shape("2 x 2 from 3 elements")) {
      try Matrix(rows: 2, columns: 2, elements: [1, 2, 3])
    }
    #expect(throws: MatrixError.shape("-1 x -1 from 1 elements")) {
      try Matrix(rows: -1, columns: -1, elements: [1])
    }
    #expect(throws: MatrixError.shape("row 1 has 1 elements, the first 2")) {
      try Matrix(byRows: [[1, 2], [3]])
    }
  }

  @Test func emptyMatricesAreMatrices() throws {
    let none = try Matrix(byRows: [])
    #expect(none.rows == 0 && none.columns == 0 && none.transposed == none)
    #expect(Matrix(rows: -3, columns: 2).elements.isEmpty)
    #expect(try Matrix.product(Matrix(rows: 2, columns: 0), Matrix(rows: 0, columns: 3)).elements.count == 6)
    #expect(try Matrix(rows: 0, columns: 0).cholesky() == none)
  }
}
