import DoudiMatrix
import Testing

@Suite struct MinimumNormFitTests {
  /// x + y = 2: of all solutions (1, 1) is the shortest.
  @Test func theShortestSolution() throws {
    let fit = try MinimumNormFit(
      design: Matrix(byRows: [[1, 1], [1, 1], [1, 1]]), response: Matrix(byRows: [[1], [2], [3]]))
    #expect(fit.rank == 1)
    #expect(gap(fit.coefficients, try Matrix(byRows: [[1], [1]])) < 1e-15)
    #expect((fit.singularValues[0] - 6.0.squareRoot()).magnitude < 1e-15)
  }

  @Test func fewerRowsThanColumns() throws {
    let fit = try MinimumNormFit(design: Matrix(byRows: [[3, 4]]), response: Matrix(byRows: [[25]]))
    #expect(gap(fit.coefficients, try Matrix(byRows: [[3], [4]])) < 1e-15)
  }

  @Test func ofFullRankItIsTheOther() throws {
    let (design, response) = (try Naive.matrix(50, 8, seed: 3), try Naive.matrix(50, 2, seed: 4))
    let fit = try MinimumNormFit(design: design, response: response)
    #expect(fit.rank == 8)
    #expect(gap(fit.coefficients, try LeastSquares(design: design, response: response).coefficients) < 1e-13)
  }

  @Test func theToleranceDecidesTheRank() throws {
    let (design, response) = (Matrix(diagonal: [1, 1e-3]), Matrix(rows: 2, columns: 1, repeating: 1))
    #expect(try MinimumNormFit(design: design, response: response).rank == 2)
    let coarse = try MinimumNormFit(design: design, response: response, tolerance: 0.01)
    #expect(coarse.rank == 1)
    #expect(coarse.coefficients.elements == [1, 0])
  }

  @Test func faultsAreNamed() {
    #expect(throws: MatrixError.shape("least squares of 3 x 1 by 2 x 1")) {
      try MinimumNormFit(design: Matrix(rows: 2, columns: 1), response: Matrix(rows: 3, columns: 1))
    }
    #expect(throws: MatrixError.notFinite(row: 0, column: 0)) {
      try MinimumNormFit(
        design: Matrix(rows: 2, columns: 1), response: Matrix(rows: 2, columns: 1, repeating: .infinity))
    }
  }
}
