import DoudiMatrix
import Testing

@Suite struct MatrixCholeskyTests {
  @Test func asWorkedByHand() throws {
    let matrix = try Matrix(byRows: [[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
    #expect(try matrix.cholesky() == Matrix(byRows: [[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
    let solution = try matrix.solvingPositiveDefinite(Matrix(byRows: [[0], [6], [39]]))
    #expect(gap(solution, try Matrix(byRows: [[1], [1], [1]])) < 1e-12)
  }

  @Test(arguments: [1, 2, 20, 65, 130])
  func factorAndSolutionGiveTheMatrixBack(size: Int) throws {
    let matrix = try Naive.positiveDefinite(size, seed: UInt64(size))
    let factor = try matrix.cholesky()
    #expect(gap(Naive.product(factor, factor.transposed), matrix) < 1e-14)
    let right = try Naive.matrix(size, 3, seed: 1)
    let solution = try matrix.solvingPositiveDefinite(right)
    #expect(gap(Naive.product(matrix, solution), right) < 1e-12)
  }

  @Test func faultsAreNamed() throws {
    let indefinite = try Matrix(byRows: [[1, 2, 0], [2, 1, 0], [0, 0, 1]])
    #expect(throws: MatrixError.notPositiveDefinite(column: 1)) { try indefinite.cholesky() }
    let right = Matrix(rows: 3, columns: 1)
    #expect(throws: MatrixError.notPositiveDefinite(column: 1)) {
      try indefinite.solvingPositiveDefinite(right)
    }
    let singular = try Matrix(byRows: [[1, 1], [1, 1]])
    #expect(throws: MatrixError.notPositiveDefinite(column: 1)) { try singular.cholesky() }
    let skew = try Matrix(byRows: [[1, 0.5], [0.4, 1]])
    #expect(throws: MatrixError.notSymmetric(row: 1, column: 0)) { try skew.cholesky() }
    let unknown = try Matrix(byRows: [[1, .nan], [.nan, 1]])
    #expect(throws: MatrixError.notFinite(row: 1, column: 0)) { try unknown.cholesky() }
    #expect(throws: MatrixError.shape("2 x 3 is not square")) { try Matrix(rows: 2, columns: 3).cholesky() }
    #expect(throws: MatrixError.shape("2 x 2 with a right side of 3 x 1")) {
      try Matrix.identity(2).solvingPositiveDefinite(right)
    }
  }
}
