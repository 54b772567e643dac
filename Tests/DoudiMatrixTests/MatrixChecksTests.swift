import DoudiMatrix
import Testing

@Suite struct MatrixChecksTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func theFirstElementThatIsNotFiniteIsNamed(value: Double) throws {
    var matrix = try Naive.matrix(4, 3, seed: 3)
    try matrix.requireFinite()
    matrix[1, 2] = value
    matrix[3, 2] = value
    #expect(throws: MatrixError.notFinite(row: 1, column: 2)) { try matrix.requireFinite() }
  }

  @Test func hugeElementsAreFinite() throws {
    try Matrix(rows: 2, columns: 2, repeating: .greatestFiniteMagnitude).requireFinite()
  }

  @Test func theFirstPairThatDiffersIsNamed() throws {
    var matrix = try Naive.positiveDefinite(4, seed: 4)
    try matrix.requireSymmetric()
    matrix[3, 1] += 1e-9
    #expect(throws: MatrixError.notSymmetric(row: 3, column: 1)) { try matrix.requireSymmetric() }
    try matrix.requireSymmetric(tolerance: 1e-8)
    #expect(throws: MatrixError.shape("2 x 3 is not square")) {
      try Matrix(rows: 2, columns: 3).requireSymmetric()
    }
  }
}
