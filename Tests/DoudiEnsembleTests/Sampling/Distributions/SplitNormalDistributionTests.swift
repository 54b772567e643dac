import Testing

@testable import DoudiEnsemble

@Suite struct SplitNormalDistributionTests {
  @Test func highPrecisionQuantiles() throws {
    let distribution = try SplitNormalDistribution(mode: 1, leftDeviation: 0.5, rightDeviation: 2)
    for (u, x) in DistributionReference.splitNormal {
      #expect(abs(distribution.quantile(u) - x) < 1e-14, "\(u)")
    }
  }

  /// The Bank's own medians and means, which it rounds to 0.01; its modes are rounded, too.
  @Test(arguments: [BankOfEngland.may2009, BankOfEngland.february2011])
  func publishedMediansAndMeans(rows: [BankOfEngland.Row]) throws {
    for row in rows {
      let distribution = try SplitNormalDistribution(
        mode: row.mode, uncertainty: row.uncertainty, skew: row.skew)
      #expect(abs(distribution.mean - (row.mode + row.skew)) < 1e-12)
      #expect(abs(distribution.quantile(0.5) - row.median) < 0.0101, "\(row)")
      #expect(abs(distribution.mean - row.mean) < 0.0105, "\(row)")
      let (s1, s2) = (distribution.leftDeviation, distribution.rightDeviation)
      // sigma^2 is the harmonic mean of both variances.
      #expect(relative(2 / (1 / (s1 * s1) + 1 / (s2 * s2)), row.uncertainty * row.uncertainty) < 1e-13)
    }
  }

  @Test func mirrored() throws {
    let up = try SplitNormalDistribution(mode: 0, uncertainty: 1.2, skew: 0.7)
    let down = try SplitNormalDistribution(mode: 0, uncertainty: 1.2, skew: -0.7)
    for u in [0.01, 0.3, 0.5, 0.9] { #expect(abs(up.quantile(u) + down.quantile(1 - u)) < 1e-14) }
    #expect(up.rightDeviation > up.leftDeviation)
  }

  @Test func withoutSkewItIsNormal() throws {
    let split = try SplitNormalDistribution(mode: 2, uncertainty: 3, skew: 0)
    for (u, x) in DistributionReference.normal { #expect(abs(split.quantile(u) - x) < 1e-13) }
    #expect(split.standardDeviation == 3)
  }
}
