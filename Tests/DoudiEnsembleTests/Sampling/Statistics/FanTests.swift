import Testing

@testable import DoudiEnsemble

@Suite struct FanTests {
  @Test func hundredAndOne() throws {
    let fan = try #require(SortedSample((0...100).reversed().map(Double.init)).fan)
    #expect(fan.values == [5, 10, 25, 50, 75, 90, 95] && fan.median == 50)
    #expect(SortedSample([.nan]).fan == nil)
  }

  /// Quantiles of a standard normal by 2^14 scrambled Sobol' draws.
  @Test func normalFan() throws {
    let draws = try SobolSequence(dimensions: 1, seed: 0).column(0, draws: 0..<16_384)
    let fan = try #require(SortedSample(draws.map(NormalQuantile.value)).fan)
    for (level, value) in zip(Fan.levels, fan.values) {
      #expect(abs(value - NormalQuantile.value(level)) < 1e-3)
    }
  }
}
