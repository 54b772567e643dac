import Testing

@testable import DoudiEnsemble

@Suite struct ReplicateEstimateTests {
  @Test func byHand() throws {
    let estimate = try #require(ReplicateEstimate([1, 2, 3, 6]))
    #expect(estimate.count == 4 && estimate.value == 3)
    #expect(relative(estimate.standardError ?? 0, (14.0 / 3 / 4).squareRoot()) < 1e-15)
    #expect(ReplicateEstimate([2])?.standardError == nil && ReplicateEstimate([]) == nil)
  }

  /// The error bar of a quantile covers the truth about as often as it says: within two standard errors
  /// in at least 85 of 100 seeds (16 replicates: 93.6 % expected).
  @Test func errorBarsCover() throws {
    let truth = NormalQuantile.value(0.9)
    let covered = try (0..<100 as Range<UInt64>).filter { seed in
      let quantiles = try (0..<16).compactMap { replicate in
        let points = try SobolSequence(dimensions: 2, seed: seed, replicate: replicate)
        let (a, b) = (points.column(0, draws: 0..<256), points.column(1, draws: 0..<256))
        let sums = zip(a, b).map { NormalQuantile.value($0) * 0.6 + NormalQuantile.value($1) * 0.8 }
        return SortedSample(sums).quantile(0.9, .type5)
      }
      let estimate = try #require(ReplicateEstimate(quantiles))
      return abs(estimate.value - truth) < 2 * (estimate.standardError ?? 0)
    }
    #expect(covered.count >= 85, "\(covered.count)")
  }
}
