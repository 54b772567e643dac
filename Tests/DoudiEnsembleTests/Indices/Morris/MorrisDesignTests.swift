import Testing

@testable import DoudiEnsemble

@Suite struct MorrisDesignTests {
  @Test func runsAndFaults() throws {
    let inputs = try SobolG.inputs()
    let design = try MorrisDesign(inputs: inputs, seed: 0)
    #expect(design.runs == 8 * 4 * 9)
    #expect(throws: IndexFault.inputs(given: 8, needed: 3)) { try design.screening(of: Ishigami()) }
    #expect(throws: IndexFault.count(.draws, given: 1, allowed: 2...(1 << 30))) {
      try MorrisDesign(inputs: inputs, points: 1, seed: 0)
    }
  }

  /// The more a factor of G matters, the larger its effects.
  @Test func order() throws {
    let screening = try MorrisDesign(inputs: SobolG.inputs(), points: 16, seed: 0).screening(of: SobolG())
    let sizes = try (0..<5).map { try #require(screening.magnitude(input: $0, output: 0)).value }
    #expect(sizes == sizes.sorted(by: >))
  }
}
