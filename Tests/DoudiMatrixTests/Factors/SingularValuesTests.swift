import DoudiMatrix
import Testing

@Suite struct SingularValuesTests {
  @Test func asWorkedByHand() throws {
    let parts = try SingularValues(Matrix(byRows: [[3, 0], [4, 5]]))
    #expect((parts.values[0] - 45.0.squareRoot()).magnitude < 1e-14)
    #expect((parts.values[1] - 5.0.squareRoot()).magnitude < 1e-14)
  }

  @Test(arguments: [(1, 1), (5, 3), (3, 5), (40, 17), (17, 40)])
  func partsGiveTheMatrixBack(rows: Int, columns: Int) throws {
    let matrix = try Naive.matrix(rows, columns, seed: UInt64(rows))
    let parts = try SingularValues(matrix)
    let count = min(rows, columns)
    #expect(parts.left.columns == count && parts.right.columns == count)
    let middle = Naive.product(parts.left, Matrix(diagonal: parts.values))
    #expect(gap(Naive.product(middle, parts.right.transposed), matrix) < 1e-14)
    #expect(gap(Naive.product(parts.left.transposed, parts.left), .identity(count)) < 1e-14)
    #expect(gap(Naive.product(parts.right.transposed, parts.right), .identity(count)) < 1e-14)
    #expect(parts.values == parts.values.sorted(by: >))
  }

  @Test func nothingAndNonsense() throws {
    #expect(try SingularValues(Matrix(rows: 0, columns: 3)).values.isEmpty)
    #expect(throws: MatrixError.notFinite(row: 0, column: 0)) {
      try SingularValues(Matrix(rows: 1, columns: 1, repeating: .nan))
    }
  }
}
