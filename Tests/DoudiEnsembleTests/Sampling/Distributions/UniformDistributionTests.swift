import Testing

@testable import DoudiEnsemble

@Suite struct UniformDistributionTests {
  @Test func quantilesOfSciPy() throws {
    let distribution = try UniformDistribution(low: -1, high: 3)
    for (u, x) in DistributionReference.uniform { #expect(abs(distribution.quantile(u) - x) < 1e-15) }
    #expect(distribution.mean == 1 && relative(distribution.standardDeviation, 1.1547005383792515) < 1e-15)
    #expect(distribution.quantile(1.5).isNaN)
  }
}
