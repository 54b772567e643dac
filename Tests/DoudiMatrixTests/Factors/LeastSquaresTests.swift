import DoudiMatrix
import Foundation
import Testing

/// Statistical Reference Datasets of NIST, linear least squares: data and certified values as published at
/// itl.nist.gov/div898/strd. Solving the normal equations in fractions gives the certified coefficients
/// to all printed digits, so that the tables in `Reference/` are without slips.
///
/// Of Filip no more than 7.6 digits can be had from powers of x rounded to doubles: that is what the exact
/// solution with the rounded powers has. The columns are scaled inside, nothing else is done to the data.
@Suite struct LeastSquaresTests {
  /// Digits that each set must have: of the coefficients and of their standard deviations.
  static let sets: [(name: String, digits: Double, deviationDigits: Double)] = [
    ("longley", 14, 12), ("filip", 7.5, 6.5), ("pontius", 13, 13), ("wampler1", 15, 16), ("wampler2", 13, 16),
    ("wampler3", 15, 13), ("wampler4", 15, 13), ("wampler5", 15, 13),
  ]

  @Test(arguments: sets)
  func certifiedDigits(name: String, digits: Double, deviationDigits: Double) throws {
    let fit = try Self.fit(name)
    let certified = try referenceTable("nist-certified.csv").filter { $0[0] == name }
    #expect(certified.count == fit.coefficients.rows)
    var worst = (16.0, 16.0)
    for (row, line) in certified.enumerated() {
      let (estimate, deviation) = (try number(line[2]), try number(line[3]))
      worst.0 = min(worst.0, agreeing(fit.coefficients[row, 0], estimate))
      if deviation > 0 { worst.1 = min(worst.1, agreeing(fit.standardErrors[row, 0], deviation)) }
    }
    #expect(worst.0 >= digits)
    #expect(worst.1 >= deviationDigits)
  }

  @Test func aLineAsWorkedByHand() throws {
    let design = try Matrix(byRows: [[1, 0], [1, 1], [1, 2]])
    let fit = try LeastSquares(design: design, response: Matrix(byRows: [[1, 0], [0, 1], [2, 2]]))
    #expect(gap(fit.coefficients, try Matrix(byRows: [[0.5, 0], [0.5, 1]])) < 1e-15)
    #expect((fit.residualSumOfSquares[0] - 1.5).magnitude < 1e-15)
    #expect(fit.residualSumOfSquares[1] < 1e-30)
    // (A'A)^-1 has the diagonal 5/6 and 1/2.
    #expect((fit.standardErrors[0, 0] - (1.5 * 5 / 6).squareRoot()).magnitude < 1e-14)
    #expect((fit.standardErrors[1, 0] - 0.75.squareRoot()).magnitude < 1e-14)
  }

  @Test func unitsOfColumnsDoNotMatter() throws {
    let (design, response) = (try Naive.matrix(40, 3, seed: 1), try Naive.matrix(40, 1, seed: 2))
    var wide = design
    for row in 0..<40 {
      wide[row, 0] *= 0x1p300
      wide[row, 2] *= 0x1p-300
    }
    let (one, other) = (
      try LeastSquares(design: design, response: response), try LeastSquares(design: wide, response: response)
    )
    #expect(one.coefficients[0, 0] == other.coefficients[0, 0] * 0x1p300)
    #expect(one.coefficients[1, 0] == other.coefficients[1, 0])
    #expect(one.coefficients[2, 0] == other.coefficients[2, 0] * 0x1p-300)
  }

  @Test func withoutRefinementNearlyTheSame() throws {
    let (design, response) = (try Naive.matrix(60, 7, seed: 5), try Naive.matrix(60, 9, seed: 6))
    let refined = try LeastSquares(design: design, response: response)
    let plain = try LeastSquares(design: design, response: response, refining: false)
    #expect(gap(plain.coefficients, refined.coefficients) < 1e-14)
    #expect(gap(plain.residuals, refined.residuals) < 1e-14)
    #expect(gap(plain.standardErrors, refined.standardErrors) < 1e-13)
  }

  /// What is said of an observation that is left out is what the fit without it gives.
  @Test func leveragesForetellTheFitWithoutAnObservation() throws {
    let (design, response) = (try Naive.matrix(12, 3, seed: 7), try Naive.matrix(12, 1, seed: 8))
    let fit = try LeastSquares(design: design, response: response)
    #expect((fit.leverages.reduce(0, +) - 3).magnitude < 1e-14)
    for left in 0..<12 {
      let kept = (0..<12).filter { $0 != left }
      let without = try LeastSquares(
        design: Matrix(byRows: kept.map { row in (0..<3).map { design[row, $0] } }),
        response: Matrix(byRows: kept.map { [response[$0, 0]] }))
      let fitted = (0..<3).reduce(0) { $0 + design[left, $1] * without.coefficients[$1, 0] }
      let missed = fit.residuals[left, 0] / (1 - fit.leverages[left])
      #expect((response[left, 0] - fitted - missed).magnitude < 1e-13)
    }
  }

  @Test func asManyRowsAsColumnsLeaveNoError() throws {
    let fit = try LeastSquares(design: .identity(2), response: Matrix(byRows: [[3], [4]]))
    #expect(fit.coefficients.elements == [3, 4])
    #expect(fit.standardErrors.elements.allSatisfy { $0.isNaN })
  }

  @Test func faultsAreNamed() throws {
    let response = Matrix(rows: 3, columns: 1)
    let twice = try Matrix(byRows: [[1, 2, 4], [1, 3, 5], [1, 4, 6]])
    #expect(throws: MatrixError.rankDeficient(rank: 2, columns: 3)) {
      try LeastSquares(design: twice, response: response)
    }
    let empty = try Matrix(byRows: [[1, 0], [1, 0], [1, 0]])
    #expect(throws: MatrixError.rankDeficient(rank: 1, columns: 2)) {
      try LeastSquares(design: empty, response: response)
    }
    #expect(throws: MatrixError.shape("least squares of 3 x 1 by 2 x 1")) {
      try LeastSquares(design: Matrix(rows: 2, columns: 1, repeating: 1), response: response)
    }
    #expect(throws: MatrixError.shape("least squares of 3 x 1 by 3 x 4")) {
      try LeastSquares(design: Matrix(rows: 3, columns: 4), response: response)
    }
    let unknown = Matrix(rows: 3, columns: 1, repeating: .nan)
    #expect(throws: MatrixError.notFinite(row: 0, column: 0)) {
      try LeastSquares(design: unknown, response: response)
    }
  }

  /// Design and response of a set.
  private static func fit(_ name: String) throws -> LeastSquares {
    let table = try referenceTable(name.hasPrefix("wampler") ? "nist-wampler.csv" : "nist-\(name).csv")
      .map { try $0.map(number) }
    let (rows, response): ([[Double]], [Double])
    switch name {
    case "longley": (rows, response) = (table.map { [1] + $0.dropFirst() }, table.map { $0[0] })
    case "filip": (rows, response) = (table.map { powers($0[1], 10) }, table.map { $0[0] })
    case "pontius": (rows, response) = (table.map { powers($0[1], 2) }, table.map { $0[0] })
    default:
      let which = Int(name.suffix(1)) ?? 0
      (rows, response) = (table.map { powers($0[0], 5) }, table.map { $0[which] })
    }
    return try LeastSquares(design: Matrix(byRows: rows), response: Matrix(byRows: response.map { [$0] }))
  }

  private static func powers(_ base: Double, _ degree: Int) -> [Double] {
    (0...degree).map { pow(base, Double($0)) }
  }
}

private func number(_ text: String) throws -> Double { try #require(Double(text)) }

/// The negative decimal logarithm of the relative error, at most 16.
private func agreeing(_ value: Double, _ certified: Double) -> Double {
  let error = (value / certified - 1).magnitude
  return error == 0 ? 16 : min(16, -log10(error))
}
