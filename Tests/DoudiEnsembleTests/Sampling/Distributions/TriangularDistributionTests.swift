import Testing

@testable import DoudiEnsemble

@Suite struct TriangularDistributionTests {
  @Test func quantilesOfSciPy() throws {
    let distribution = try TriangularDistribution(low: 10, mode: 16, high: 30)
    for (u, x) in DistributionReference.triangular { #expect(relative(distribution.quantile(u), x) < 1e-15) }
    #expect(relative(distribution.mean, 56.0 / 3) < 1e-15)
    #expect(
      distribution.quantile(0) == 10 && distribution.quantile(1) == 30 && distribution.quantile(2).isNaN)
  }
}
