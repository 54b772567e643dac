import DoudiMatrix
import Testing

/// Fits by the first columns of a design, against plain least squares with those columns alone.
@Suite struct NestedLeastSquaresTests {
  private func first(_ matrix: Matrix, _ columns: Int) throws -> Matrix {
    try Matrix(
      rows: matrix.rows, columns: columns, elements: Array(matrix.elements.prefix(matrix.rows * columns)))
  }

  /// The mean square by which rows are missed, each left out and the others fitted anew.
  private func leftOut(_ design: Matrix, _ response: [Double]) throws -> Double {
    var sum = 0.0
    for out in 0..<design.rows {
      let rows = (0..<design.rows).filter { $0 != out }
      let part = try Matrix(byRows: rows.map { row in (0..<design.columns).map { design[row, $0] } })
      let fit = try LeastSquares(design: part, response: Matrix(byRows: rows.map { [response[$0]] }))
      let told = (0..<design.columns).reduce(0) { $0 + design[out, $1] * fit.coefficients[$1, 0] }
      sum += (response[out] - told) * (response[out] - told)
    }
    return sum / Double(design.rows)
  }

  @Test func thoseOfTheColumnsThatForetellBest() throws {
    let (design, response) = (try Naive.matrix(30, 8, seed: 1), try Naive.matrix(30, 5, seed: 2))
    let sizes = [2, 4, 8]
    let fit = try NestedLeastSquares(design: design).fit(response, sizes: sizes)
    for column in 0..<5 {
      let errors = try sizes.map { try leftOut(try first(design, $0), response.column(column)) }
      let best = try #require(errors.indices.min { errors[$0] < errors[$1] })
      #expect(fit.sizes[column] == sizes[best])
      #expect(abs(fit.missed[column] - errors[best]) < 1e-12 * errors[best])
      let plain = try LeastSquares(design: try first(design, sizes[best]), response: response)
      for row in 0..<8 {
        let truth = row < sizes[best] ? plain.coefficients[row, column] : 0
        #expect(abs(fit.coefficients[row, column] - truth) < 1e-12)
      }
    }
  }

  /// A line that one column follows needs no more than that, and misses nothing.
  @Test func noMoreColumnsThanHelp() throws {
    let design = try Matrix(byRows: (0..<9).map { [1, Double($0), Double($0 * $0)] })
    let response = try Matrix(byRows: (0..<9).map { [3 + 2 * Double($0), Double($0 * $0)] })
    let fit = try NestedLeastSquares(design: design).fit(response, sizes: [1, 2, 3])
    #expect(fit.missed.allSatisfy { $0 < 1e-24 })
    #expect(fit.sizes[1] == 3)
    #expect(abs(fit.coefficients[1, 0] - 2) < 1e-12)
  }

  @Test func columnsThatDependOnOthers() throws {
    let rows = (0..<6).map { Double($0) }
    let nested = try NestedLeastSquares(design: Matrix(byRows: rows.map { [1, $0, 2 * $0 - 1, $0 * $0] }))
    #expect(nested.usable == 2)
    let fit = try nested.fit(Matrix(byRows: rows.map { [$0 * $0] }), sizes: [2, 4])
    #expect(fit.sizes == [2])
    #expect(try nested.fit(Matrix(byRows: rows.map { [$0] }), sizes: [4]).missed == [.infinity])
  }

  @Test func faults() throws {
    #expect(throws: MatrixError.self) { try NestedLeastSquares(design: Matrix(rows: 2, columns: 3)) }
    #expect(throws: MatrixError.self) { try NestedLeastSquares(design: Matrix(byRows: [[1], [.nan]])) }
    let nested = try NestedLeastSquares(design: Matrix(byRows: [[1], [2]]))
    #expect(throws: MatrixError.self) { try nested.fit(Matrix(byRows: [[1]]), sizes: [1]) }
  }
}
