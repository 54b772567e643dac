import Testing

@testable import DoudiEnsemble

@Suite struct SortedSampleTests {
  /// To the bit.
  @Test func quantilesOfNumPy() throws {
    let cases = [
      (QuantileReference.short, QuantileReference.shortQuantiles, QuantileReference.shortHazen),
      (QuantileReference.long, QuantileReference.longQuantiles, QuantileReference.longHazen),
    ]
    for (values, quantiles, hazen) in cases {
      let sample = SortedSample(values)
      for (p, x) in hazen { #expect(relative(sample.quantile(p, .type5) ?? .nan, x) < 1e-13, "\(p)") }
      for (p, x) in quantiles { #expect(sample.quantile(p) == x, "\(p)") }
    }
  }

  @Test func smallSamples() {
    #expect(SortedSample([]).quantile(0.5) == nil && SortedSample([]).share(above: 0) == nil)
    #expect(SortedSample([4]).quantile(0.3) == 4)
    #expect(SortedSample([1, 3]).quantile(0.5) == 2)
    #expect(SortedSample([1, 3]).quantile(1.1) == nil && SortedSample([1, 3]).quantile(.nan) == nil)
  }

  @Test func shares() {
    let sample = SortedSample([1, 2, 2, 3])
    #expect(sample.share(above: 0) == 1 && sample.share(above: 2) == 0.25 && sample.share(above: 3) == 0)
    #expect(sample.share(above: 1.5) == 0.75)
  }

  @Test func failedDraws() {
    let sample = SortedSample([2, .nan, 1, -.nan])
    #expect(sample.values == [1, 2] && sample.failed == 2)
  }
}
