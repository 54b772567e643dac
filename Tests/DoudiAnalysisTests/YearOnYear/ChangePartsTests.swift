import Testing
import _DoudiTestSupport

@testable import DoudiAnalysis

@Suite struct ChangePartsTests {
  @Test func partsAreRoundedByLargestRemainder() {
    #expect(ChangeParts.rounded([1.6, 1.7, -0.3, 0], total: 3) == [1, 2, 0, 0])
    #expect(ChangeParts.rounded([10.4, -3.7, 0, 0], total: 7) == [11, -4, 0, 0])
  }

  @Test func whatLinesWereRoundedByFallsToTheLargestPart() {
    #expect(ChangeParts.rounded([100, 5, 0, 0], total: 112) == [107, 5, 0, 0])
    #expect(ChangeParts.rounded([0, 0, 0, 0], total: 3) == [3, 0, 0, 0])
  }

  @Test func theyAlwaysAddUp() throws {
    try forAll(
      seed: 71, count: 2_000,
      generator: { random in
        let parts = (0..<4).map { _ in Double(random.int(in: -9_000_000...9_000_000)) / 997 }
        return (parts, Int64(parts.reduce(0, +).rounded()) + Int64(random.int(in: -3...3)))
      },
      holds: { parts, total in ChangeParts.rounded(parts, total: total).reduce(0, +) == total })
  }
}
