import Testing

@testable import DoudiEnsemble

@Suite struct SaltelliDesignTests {
  @Test func runsAreCounted() throws {
    let plain = try SaltelliDesign(inputs: SobolG.inputs(), draws: 128, replicates: 4, seed: 0)
    #expect(plain.runs == 4 * 128 * 10)
    let pairs = try SaltelliDesign(inputs: SobolG.inputs(), draws: 128, replicates: 4, seed: 0, pairs: true)
    #expect(pairs.runs == 4 * 128 * 18)
  }

  /// Blocks of 512: a number of draws that is none of them is all the same.
  @Test func drawsInBlocks() throws {
    let design = try SaltelliDesign(inputs: Ishigami.inputs(), draws: 700, replicates: 2, seed: 0)
    let indices = try design.indices(of: Ishigami())
    #expect(abs(try #require(indices.total(input: 2, output: 0)).value - Ishigami.total[2]) < 0.05)
    #expect(indices.failed(output: 0) == 0)
  }

  /// Another seed gives other indices, 0 is a seed, the same seed the same.
  @Test func seeds() throws {
    let found = try ([0, 1, 0] as [UInt64]).map { seed in
      try SaltelliDesign(inputs: Ishigami.inputs(), draws: 64, replicates: 2, seed: seed)
        .indices(of: Ishigami()).first(input: 0, output: 0)
    }
    #expect(found[0] == found[2])
    #expect(found[0] != found[1])
  }

  @Test func faults() throws {
    let inputs = try Ishigami.inputs()
    #expect(throws: IndexFault.count(.draws, given: 1, allowed: 2...(1 << 30))) {
      try SaltelliDesign(inputs: inputs, draws: 1, seed: 0)
    }
    #expect(throws: IndexFault.count(.replicates, given: 0, allowed: 1...(1 << 16))) {
      try SaltelliDesign(inputs: inputs, draws: 8, replicates: 0, seed: 0)
    }
    #expect(throws: IndexFault.self) {
      try SaltelliDesign(inputs: IndependentInputs([]), draws: 8, seed: 0)
    }
    let design = try SaltelliDesign(inputs: inputs, draws: 8, seed: 0)
    #expect(throws: IndexFault.inputs(given: 3, needed: 8)) { try design.indices(of: SobolG()) }
  }
}
