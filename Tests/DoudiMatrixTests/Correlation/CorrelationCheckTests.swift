import DoudiMatrix
import Testing

@Suite struct CorrelationCheckTests {
  @Test func goodMatricesHaveNoFault() throws {
    #expect(try CorrelationCheck.fault(in: .identity(5)) == nil)
    #expect(try CorrelationCheck.fault(in: Matrix(byRows: [[1, 0.9], [0.9, 1]])) == nil)
    #expect(try CorrelationCheck.fault(in: Matrix(byRows: [[1]])) == nil)
    #expect(try CorrelationCheck.fault(in: Matrix(byRows: [])) == nil)
  }

  @Test func elementsAreNamed() throws {
    func fault(_ rows: [[Double]]) throws -> CorrelationFault? {
      try CorrelationCheck.fault(in: Matrix(byRows: rows))
    }
    #expect(try fault([[1, 0]]) == .notSquare(rows: 1, columns: 2))
    #expect(try fault([[1, .nan], [0, 1]]) == .notFinite(row: 0, column: 1))
    #expect(try fault([[1, 0.5], [0.5, 0.9]]) == .diagonal(place: 1, value: 0.9))
    #expect(try fault([[1, 1.5], [1.5, 1]]) == .outOfRange(row: 1, column: 0, value: 1.5))
    #expect(
      try fault([[1, 0, 0.2], [0, 1, 0], [0.3, 0, 1]])
        == .notSymmetric(row: 2, column: 0, value: 0.3, mirror: 0.2))
  }

  /// The pair of opposite sign contradicts the two that agree with each other. Its eigenvalue is 1 - 2 x 0.9.
  @Test func contradictingPairIsNamed() throws {
    let matrix = try Matrix(byRows: [
      [1, 0.9, 0, 0.9], [0.9, 1, 0, -0.9], [0, 0, 1, 0], [0.9, -0.9, 0, 1],
    ])
    guard
      case .notPositiveDefinite(let row, let column, let value, let smallest)? =
        try CorrelationCheck.fault(in: matrix)
    else {
      Issue.record("accepted")
      return
    }
    // All three pairs weigh the same in the vector (1, -1, 0, -1) / sqrt 3: the first is named.
    #expect(row == 1 && column == 0 && value == 0.9)
    #expect((smallest + 0.8).magnitude < 1e-14)
  }

  @Test func theHeaviestPairIsNamed() throws {
    // Only the last two of four contradict each other, through the second.
    let matrix = try Matrix(byRows: [
      [1, 0.1, 0, 0], [0.1, 1, 0.6, 0.6], [0, 0.6, 1, -0.7], [0, 0.6, -0.7, 1],
    ])
    guard case .notPositiveDefinite(let row, let column, _, _)? = try CorrelationCheck.fault(in: matrix)
    else {
      Issue.record("accepted")
      return
    }
    let smallest = try SymmetricEigen(matrix).values[0]
    var best = (change: 0.0, row: 0, column: 0)
    for second in 0..<4 {
      for first in (second + 1)..<4 {
        var moved = matrix
        moved[first, second] += 1e-6
        moved[second, first] += 1e-6
        let change = (try SymmetricEigen(moved).values[0] - smallest).magnitude
        if change > best.change * (1 + 1e-4) { best = (change, first, second) }
      }
    }
    #expect(row == best.row && column == best.column)
  }

  @Test func perfectCorrelationCannotBeDrawnFrom() throws {
    let fault = try CorrelationCheck.fault(in: Matrix(byRows: [[1, 1], [1, 1]]))
    guard case .notPositiveDefinite(1, 0, 1, _)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  /// With two correlations of 0.8 the third lies between 2 x 0.64 - 1 and 1.
  @Test func theRangeOfOneCorrelation() throws {
    let matrix = try Matrix(byRows: [[1, 0.8, 0.8], [0.8, 1, -0.5], [0.8, -0.5, 1]])
    let range = try #require(CorrelationCheck.range(row: 2, column: 1, in: matrix))
    #expect((range.lowerBound - 0.28).magnitude < 1e-14 && (range.upperBound - 1).magnitude < 1e-14)
    for (value, isGood) in [(0.27, false), (0.29, true), (0.99, true)] {
      var changed = matrix
      changed[2, 1] = value
      changed[1, 2] = value
      #expect(try (CorrelationCheck.fault(in: changed) == nil) == isGood)
    }
    let pair = Matrix.identity(2)
    #expect(CorrelationCheck.range(row: 0, column: 1, in: pair) == -1...1)
  }

  @Test func whereOthersContradictNoValueHelps() throws {
    let matrix = try Matrix(byRows: [
      [1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0.9, 0.9], [0, 0, 0.9, 1, -0.9], [0, 0, 0.9, -0.9, 1],
    ])
    #expect(CorrelationCheck.range(row: 1, column: 0, in: matrix) == nil)
    #expect(CorrelationCheck.range(row: 1, column: 1, in: matrix) == nil)
    #expect(CorrelationCheck.range(row: 7, column: 1, in: matrix) == nil)
    #expect(CorrelationCheck.range(row: 1, column: 0, in: Matrix(rows: 2, columns: 3)) == nil)
  }
}
