import Testing

@testable import DoudiEnsemble

@Suite struct MonteCarloTests {
  /// The first numbers are the known answer of Philox: words in pairs, draws 0 and 1.
  @Test func firstNumbersAreTheKnownAnswer() throws {
    let points = try MonteCarlo(dimensions: 1, seed: 0)
    #expect(points.value(draw: 0, dimension: 0) == UnitInterval.open(0xe169_c58d_6627_e8d5))
    #expect(points.value(draw: 1, dimension: 0) == UnitInterval.open(0x9b00_dbd8_bc57_ac4c))
  }

  /// Draws of one dimension, of two dimensions and of two replicates are uncorrelated.
  @Test func uncorrelated() throws {
    let count = 100_000
    let points = try MonteCarlo(dimensions: 2, seed: 4)
    let a = points.column(0, draws: 0..<count)
    let others = [
      points.column(0, draws: 1..<count + 1), points.column(0, draws: 2..<count + 2),
      points.column(1, draws: 0..<count),
      try MonteCarlo(dimensions: 1, seed: 4, replicate: 1).column(0, draws: 0..<count),
      try MonteCarlo(dimensions: 1, seed: 5).column(0, draws: 0..<count),
    ]
    for other in others {
      let sum = zip(a, other).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
      #expect(abs(sum / Double(count) * 12) < 4 / Double(count).squareRoot())
    }
  }

  /// Draws far out, where the upper word of the counter is used.
  @Test func farDraws() throws {
    let points = try MonteCarlo(dimensions: 1, seed: 4)
    let far = points.column(0, draws: (1 << 40)..<(1 << 40) + 100)
    #expect(Set(far + points.column(0, draws: 0..<100)).count == 200)
  }
}
