import Testing

@testable import DoudiMatrix

@Suite struct ExactResidualTests {
  /// 1 + 2^-60 minus 1 is lost in doubles, not here.
  @Test func whatDoublesLoseIsKept() throws {
    let design = try Matrix(byRows: [[1, 0x1p-60, 1]])
    let coefficients = try Matrix(byRows: [[1], [1], [-1]])
    let residual = ExactResidual.of(Matrix(rows: 1, columns: 1), design: design, coefficients: coefficients)
    #expect(residual[0, 0] == -0x1p-60)
  }

  @Test func theSlopeIsExact() throws {
    let design = try Matrix(byRows: [[1], [1], [1]])
    let slope = try ExactResidual.slope(Matrix(byRows: [[1], [0x1p-70], [-1]]), design: design)
    #expect(slope[0, 0] == -0x1p-70)
  }

  @Test func productsAreExact() throws {
    let third = 1.0 / 3
    let residual = try ExactResidual.of(
      Matrix(byRows: [[1]]), design: Matrix(byRows: [[third]]), coefficients: Matrix(byRows: [[3]]))
    #expect(residual[0, 0] == 0x1p-54)
  }
}
