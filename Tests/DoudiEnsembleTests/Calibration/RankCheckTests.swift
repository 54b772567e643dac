import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct RankCheckTests {
  /// Lengths do not matter, directions do.
  @Test func columns() throws {
    #expect(try RankCheck.inseparable(Matrix(byRows: [[1, 0], [0, 1e-9]])) == nil)
    #expect(try RankCheck.inseparable(Matrix(byRows: [[1, 1e6, 0], [2, 2e6, 1], [3, 3e6, 1]])) == [0, 1])
    #expect(try RankCheck.inseparable(Matrix(byRows: [[1, 0], [2, 0]])) == [1])
    #expect(try RankCheck.inseparable(Matrix(rows: 2, columns: 2)) == [0, 1])
    #expect(try RankCheck.inseparable(Matrix(rows: 3, columns: 0)) == nil)
  }

  /// Fewer rows than columns can never tell all apart.
  @Test func fewRows() throws {
    #expect(try RankCheck.inseparable(Matrix(byRows: [[1, 2, 3]])) == [0, 1, 2])
  }

  /// What differences get wrong by 1e-8 does not make two columns of one.
  @Test func noise() throws {
    #expect(try RankCheck.inseparable(Matrix(byRows: [[1, 1], [1, 1 + 1e-8], [1, 1]])) == [0, 1])
    #expect(try RankCheck.inseparable(Matrix(byRows: [[1, 1], [1, 1.001], [1, 1]])) == nil)
  }
}
