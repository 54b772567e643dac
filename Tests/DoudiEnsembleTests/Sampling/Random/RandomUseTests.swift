import Testing

@testable import DoudiEnsemble

@Suite struct RandomUseTests {
  @Test func usesAndReplicatesShareNoStream() {
    let uses: [RandomUse] = [.draws, .scramble, .permutation, .jitter]
    let streams = uses.flatMap { use in
      [0, 1, RandomUse.replicates - 1].map { use.generator(seed: 0, replicate: $0).stream }
    }
    #expect(Set(streams).count == streams.count)
  }
}
