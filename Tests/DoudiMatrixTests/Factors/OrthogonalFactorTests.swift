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

  /// gap = dr + A db and slope = A' dr, from dr and db that were chosen.
  @Test func correctionSolvesBothEquations() throws {
    let a = try Naive.matrix(9, 4, seed: 1)
    let (residuals, coefficients) = (try Naive.matrix(9, 2, seed: 2), try Naive.matrix(4, 2, seed: 3))
    var gapOfBoth = Naive.product(a, coefficients)
    gapOfBoth.add(residuals)
    let step = try OrthogonalFactor(a).correction(
      gap: gapOfBoth, slope: Naive.product(a.transposed, residuals))
    #expect(gap(step.residuals, residuals) < 1e-13)
    #expect(gap(step.coefficients, coefficients) < 1e-13)
  }

  @Test func rowsOfQ() throws {
    let squares = try OrthogonalFactor(Matrix(byRows: [[3], [4]])).rowSquaresOfQ()
    #expect((squares[0] - 0.36).magnitude < 1e-15 && (squares[1] - 0.64).magnitude < 1e-15)
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
