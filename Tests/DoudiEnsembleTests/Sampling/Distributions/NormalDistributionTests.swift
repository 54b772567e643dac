import Testing

@testable import DoudiEnsemble

@Suite struct NormalDistributionTests {
  @Test func quantilesOfSciPy() throws {
    let distribution = try NormalDistribution(mean: 2, standardDeviation: 3)
    for (u, x) in DistributionReference.normal {
      #expect(abs(distribution.quantile(u) - x) < 1e-14 * 3, "\(u)")
    }
    #expect(distribution.mean == 2 && distribution.standardDeviation == 3)
  }
}
