import Testing

@testable import DoudiEnsemble

@Suite struct SamplingFaultTests {
  @Test func dimensionsDrawsAndReplicates() {
    #expect(throws: SamplingFault.dimensions(given: 0, allowed: 1...Int(Int32.max))) {
      try MonteCarlo(dimensions: 0, seed: 0)
    }
    #expect(throws: SamplingFault.dimensions(given: 1868, allowed: 1...1867)) {
      try SobolSequence(dimensions: 1868, seed: 0)
    }
    #expect(throws: SamplingFault.draws(given: 0, allowed: 1...(1 << 31))) {
      try LatinHypercube(dimensions: 1, draws: 0, seed: 0)
    }
    #expect(throws: SamplingFault.replicate(given: -1, allowed: 0...((1 << 28) - 1))) {
      try SobolSequence(dimensions: 1, seed: 0, replicate: -1)
    }
  }
}
