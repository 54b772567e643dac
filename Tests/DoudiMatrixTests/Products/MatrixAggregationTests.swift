import DoudiMatrix
import Testing

@Suite struct MatrixAggregationTests {
  @Test func membersAddUpToTheirGroups() throws {
    let matrix = try Matrix.aggregation(groups: [0, 0, 2, 0], count: 3)
    #expect(try matrix == Matrix(byRows: [[1, 1, 0, 1], [0, 0, 0, 0], [0, 0, 1, 0]]))
    let draws = try Matrix(byRows: [[1, 2, 3, 4], [10, 20, 30, 40]])
    let totals = try Matrix.product(draws, matrix, transposing: .second)
    #expect(try totals == Matrix(byRows: [[7, 0, 3], [70, 0, 30]]))
  }

  @Test func membersMayHaveWeights() throws {
    let matrix = try Matrix.aggregation(groups: [1, 0], count: 2, weights: [0.25, 0.75])
    #expect(try matrix == Matrix(byRows: [[0, 0.75], [0.25, 0]]))
  }

  @Test func groupsOutsideAreRefused() {
    #expect(throws: MatrixError.shape("member 1 in group 2 of 2")) {
      try Matrix.aggregation(groups: [0, 2], count: 2)
    }
    #expect(throws: MatrixError.shape("member 0 in group -1 of 2")) {
      try Matrix.aggregation(groups: [-1], count: 2)
    }
    #expect(throws: MatrixError.shape("1 weights for 2 members")) {
      try Matrix.aggregation(groups: [0, 1], count: 2, weights: [1])
    }
  }
}
