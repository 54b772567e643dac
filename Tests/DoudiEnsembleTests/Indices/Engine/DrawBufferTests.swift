import Testing

@testable import DoudiEnsemble

@Suite struct DrawBufferTests {
  /// A block is bounded by memory, but never too short to be worth its start.
  @Test func lengths() {
    #expect(DrawBlocks.length(outputs: 1, matrices: 3) == 512)
    #expect(DrawBlocks.length(outputs: 32_000, matrices: 3) == 64)
    #expect(DrawBlocks.length(outputs: 1 << 28, matrices: 42) == 16)
    #expect(DrawBlocks.ranges(5, 2) == [0..<2, 2..<4, 4..<5])
  }

  @Test func orderedUnits() {
    for threads in [nil, 0, 1, 3] {
      var found: [Int] = []
      OrderedUnits.run(10, threads: threads) {
        $0 * $0
      } consume: {
        found.append($0 * 100 + $1)
      }
      #expect(found == (0..<10).map { $0 * 100 + $0 * $0 })
    }
    OrderedUnits.run(0, threads: 2) {
      $0
    } consume: { _, _ in
      Issue.record("there is no unit")
    }
  }

  @Test func whatVaries() {
    #expect(OutputScale.varies(variance: 1, mean: 1e11))
    #expect(!OutputScale.varies(variance: 1, mean: 1e13))
    #expect(!OutputScale.varies(variance: 0, mean: 0))
    #expect(!OutputScale.varies(variance: .nan, mean: 0))
  }
}
