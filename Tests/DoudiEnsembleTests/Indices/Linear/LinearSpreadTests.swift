import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct LinearSpreadTests {
  /// y = 2 a - b with deviations 1 and 3 and correlation 1/2: the variance is 4 + 9 - 2 x 2 x 3 / 2 = 7, of which
  /// a has 4 - 3 = 1 and b 9 - 3 = 6.
  @Test func correlatedInClosedForm() throws {
    let spread = try LinearSpread(
      common: Matrix(byRows: [[2, -1]]), own: Matrix(rows: 1, columns: 2),
      covariance: Matrix(byRows: [[1, 1.5], [1.5, 9]]), middle: [100])
    #expect(abs(spread.deviations[0] - 7.0.squareRoot()) < 1e-14)
    #expect(abs(spread.shares[0, 0] - 1.0 / 7) < 1e-14 && abs(spread.shares[0, 1] - 6.0 / 7) < 1e-14)
  }

  /// Own parts are added to their input; a share below 0 is one that works against the others.
  @Test func ownPartsAndNegativeShares() throws {
    let spread = try LinearSpread(
      common: Matrix(byRows: [[1, 4], [1, 4]]), own: Matrix(byRows: [[0, 0], [7, 2]]),
      covariance: Matrix(byRows: [[1, -0.5], [-0.5, 1]]), middle: [0, 0])
    // (1 - 2) and (16 - 2) of 13.
    #expect(abs(spread.shares[0, 0] + 1.0 / 13) < 1e-14 && abs(spread.shares[0, 1] - 14.0 / 13) < 1e-14)
    // The same and 7, 2 of 22.
    #expect(abs(spread.shares[1, 0] - 6.0 / 22) < 1e-14 && abs(spread.shares[1, 1] - 16.0 / 22) < 1e-14)
    #expect(abs(spread.deviations[1] - 22.0.squareRoot()) < 1e-14)
  }

  /// What does not vary has no shares, nor what has no value.
  @Test func withoutSpread() throws {
    let spread = try LinearSpread(
      common: Matrix(byRows: [[0], [1e-14], [.nan]]), own: Matrix(rows: 3, columns: 1),
      covariance: Matrix.identity(1), middle: [5, 5, 5])
    #expect((0..<3).allSatisfy { spread.shares[$0, 0].isNaN } && spread.deviations[0] == 0)
  }
}
