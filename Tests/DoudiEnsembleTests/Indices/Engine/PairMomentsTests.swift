import Testing

@testable import DoudiEnsemble

@Suite struct PairMomentsTests {
  /// Mean and error of one statistic are those of ``ReplicateEstimate``.
  @Test func asOneStatistic() throws {
    let values = [1e9 + 1, 1e9 + 4, 1e9 - 2, 1e9]
    var moments = PairMoments(cells: 1)
    for value in values { moments.add([value], [1]) }
    let (found, truth) = (try #require(moments.first(0)), try #require(ReplicateEstimate(values)))
    #expect(found.count == 4)
    #expect(found.value == truth.value)
    #expect(relative(try #require(found.standardError), try #require(truth.standardError)) < 1e-12)
    #expect(moments.second(0)?.standardError == 0)
  }

  /// The error of a ratio by hand: residuals x - 2 y are 1, -1, 0; se = sqrt(2 / 6) / 2.
  @Test func ratio() throws {
    var moments = PairMoments(cells: 1)
    for (x, y) in [(3.0, 1.0), (3, 2), (6, 3)] { moments.add([x], [y]) }
    let ratio = try #require(moments.ratio(0))
    #expect(ratio.value == 2)
    #expect(abs(try #require(ratio.standardError) - (2.0 / 6).squareRoot() / 2) < 1e-14)
  }

  @Test func missingNumbers() {
    var moments = PairMoments(cells: 3)
    moments.add([1, .nan, 3], [1, 1, .infinity])
    moments.add([3, 5, .nan], [1, 1, 1])
    moments.add([1, 2], [1])
    #expect(moments.first(0)?.value == 2)
    #expect(moments.first(1)?.count == 1)
    #expect(moments.first(1)?.standardError == nil)
    #expect(moments.first(2) == nil)
    #expect(moments.first(3) == nil)
    #expect(moments.estimate(0) { _, _ in (.nan, 0, 0) } == nil)
  }
}
