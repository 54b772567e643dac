import Testing

@testable import DoudiMatrix

@Suite struct OrthogonalFactorTests {
  @Test func fitAndInverseOfATriangle() throws {
    let factor = try OrthogonalFactor(Matrix(byRows: [[2, 1], [0, 4], [0, 0]]))
    let fit = try factor.fit(Matrix(byRows: [[4], [8], [5]]))
    #expect(gap(fit, try Matrix(byRows: [[1], [2]])) < 1e-15)
    // R^-1 = [[1/2, -1/8], [0, 1/4]].
    let norms = try factor.rowNormsOfInverse()
    #expect((norms[0] - (0.25 + 0.015625).squareRoot()).magnitude < 1e-15)
    #expect((norms[1] - 0.25).magnitude < 1e-15)
  }

  @Test func conditionOfADiagonal() throws {
    #expect(try OrthogonalFactor(Matrix(diagonal: [1, 0.01])).reciprocalCondition() == 0.01)
    let singular = try OrthogonalFactor(Matrix(byRows: [[1, 1], [0, 0]]))
    #expect(try singular.reciprocalCondition() == 0)
    #expect(throws: MatrixError.rankDeficient(rank: 1, columns: 2)) { try singular.rowNormsOfInverse() }
    #expect(throws: MatrixError.rankDeficient(rank: 1, columns: 2)) {
      try singular.fit(Matrix(rows: 2, columns: 1))
    }
  }
}
