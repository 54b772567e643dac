import Foundation
import Testing

@testable import DoudiEnsemble

@Suite struct LogNormalDistributionTests {
  @Test func quantilesOfSciPy() throws {
    let distribution = try LogNormalDistribution(median: 5, sigma: 0.4)
    for (u, x) in DistributionReference.logNormal {
      #expect(relative(distribution.quantile(u), x) < 1e-14, "\(u)")
    }
    #expect(distribution.quantile(0.5) == 5)
    #expect(distribution.cumulative(0) == 0 && distribution.cumulative(-1) == 0)
  }

  @Test func threeWaysOfWriting() throws {
    let a = try LogNormalDistribution(median: 100, factor: 1.2)
    #expect(relative(a.sigma, log(1.2)) < 1e-15)
    #expect(relative(a.quantile(NormalProbability.below(1)), 120) < 1e-14)
    let b = try LogNormalDistribution(mean: a.mean, standardDeviation: a.standardDeviation)
    #expect(relative(b.median, 100) < 1e-14 && relative(b.sigma, a.sigma) < 1e-13)
  }

  /// A small spread keeps its digits.
  @Test func smallSpread() throws {
    let a = try LogNormalDistribution(mean: 1000, standardDeviation: 1e-4)
    #expect(relative(a.sigma, 1e-7) < 1e-13)
    #expect(try relative(LogNormalDistribution(median: 1, sigma: 1e-8).standardDeviation, 1e-8) < 1e-13)
  }
}
