import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct TrendFitTests {
  static let codes = ["990001", "990002", "990003"].compactMap { RegionCode($0) }

  /// A panel of rows that begin in 2010.
  static func panel(_ rows: [[Double]], through last: Int = 2199) -> CountPanel {
    let counts = rows.map { row in
      Dictionary(uniqueKeysWithValues: row.enumerated().map { (2010 + $0, $1) })
    }
    return CountPanel(
      regions: Array(codes.prefix(rows.count)), counts: counts, through: min(last, 2009 + (rows[0].count)))
  }

  private func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
    (a - b).magnitude <= tolerance * max(1, b.magnitude)
  }

  /// N falls by a tenth every year everywhere: nothing deviates, nothing was missed, nothing damps.
  @Test func constantGrowthGoesOn() throws {
    let rows = [1000.0, 400].map { start in (0..<6).map { start * PortableMath.pow(0.9, Double($0)) } }
    let fit = try #require(TrendFit(Self.panel(rows), year: 2015))
    #expect(near(fit.common, PortableMath.log(0.9)))
    #expect(fit.continued == fit.common && fit.damping == 1)
    #expect(near(fit.miss, 0) && near(fit.bound, 0))
    #expect(near(fit.factor(0, years: 1), 0.9) && near(fit.factor(nil, years: 3), 0.729))
    #expect(fit.factor(1, years: 0) == 1)
  }

  /// -20 % after + 25 %: a turn is not continued until it is seen twice.
  @Test func aTurnIsNotContinued() throws {
    let fit = try #require(TrendFit(Self.panel([[100, 125, 100], [200, 250, 200]]), year: 2012))
    #expect(near(fit.common, -0.223_143_551_314_209_76))
    #expect(fit.continued == 0 && fit.factor(0, years: 1) == 1)
    // One of two changes went down: half the changes each way, nothing is left after the first year.
    #expect(fit.damping == 0)
  }

  /// Three regions of 100: one halves in the last year, the others fall by a tenth.
  @Test func aBreakIsCutAtTheMedian() throws {
    let fit = try #require(
      TrendFit(Self.panel([[100, 90, 81], [100, 90, 81], [100, 90, 45]]), year: 2012))
    let common = PortableMath.log(207.0 / 270)
    let others = PortableMath.log(0.9) - common
    #expect(near(fit.common, common) && near(fit.bound, others))
    for (found, expected) in zip(fit.deviations, [others, others, -others]) { #expect(near(found, expected)) }
    // Nothing deviated in 2011, so nothing says that deviations come again.
    #expect(fit.repeated == 0 && near(fit.change(2), common))
  }

  /// The sum stays 200. 2011: +20 % and -20 %, cut at m = (ln 1.2 - ln 0.8) / 2. 2012: the first grows by
  /// half of ln 1.2 again, ratio 0.5; the other shrinks to what is left, and its weight m is more than half.
  @Test func theShareThatComesAgainIsTheWeightedMedian() throws {
    let first = 120 * PortableMath.exp(0.5 * PortableMath.log(1.2))
    let fit = try #require(TrendFit(Self.panel([[100, 120, first], [100, 80, 200 - first]]), year: 2012))
    let bound = (PortableMath.log(1.2) - PortableMath.log(0.8)) / 2
    let ratio = PortableMath.log((200 - first) / 80) / -bound
    #expect(ratio > 0.5 && near(fit.repeated, ratio, 1e-9))
  }

  /// Four years of misses by ln 0.98 each are added once, and only in the first year.
  @Test func whatWasAlwaysMissedIsAddedOnce() throws {
    let steps = [-0.05, -0.07, -0.09, -0.11, -0.13]
    let counts = steps.reduce(into: [1000.0]) { $0.append(($0.last ?? 0) * PortableMath.exp($1)) }
    let fit = try #require(TrendFit(Self.panel([counts]), year: 2015))
    #expect(near(fit.miss, -0.02, 1e-10) && near(fit.change(0, step: 0), -0.15, 1e-10))
    #expect(near(fit.change(0, step: 1), -0.13, 1e-10))
    let early = try #require(TrendFit(Self.panel([counts]), year: 2013))
    #expect(early.miss == 0)
  }

  /// Nonsense after the last year changes no bit, whether the panel drops it or the fit does not look.
  @Test func laterYearsAreNotLookedAt() throws {
    let rows: [[Double]] = [[100, 95, 91, 80, 78], [50, 52, 51, 47, 49], [70, 60, 55, 50, 41]]
    let before = try #require(TrendFit(Self.panel(rows), year: 2014))
    let nonsense = rows.map { $0 + [1e9, 3, 0.001] }
    for panel in [Self.panel(nonsense), Self.panel(nonsense, through: 2014)] {
      let after = try #require(TrendFit(panel, year: 2014))
      for region in 0..<3 {
        #expect(after.factor(region, years: 3).bitPattern == before.factor(region, years: 3).bitPattern)
      }
    }
    #expect(TrendFit(Self.panel(nonsense, through: 2014), year: 2015) == nil)
  }

  @Test func aRegionWithoutAYearFollowsTheOthers() throws {
    let panel = CountPanel(
      regions: Self.codes, counts: [[2010: 100, 2011: 90], [2010: 200, 2011: 180], [2011: 50]], through: 2011)
    let fit = try #require(TrendFit(panel, year: 2011))
    #expect(panel.change(2, 2011) == nil && panel.lastWellKnown == 2011)
    #expect(near(fit.factor(2, years: 1), 0.9))
    #expect(TrendFit(panel, year: 2010) == nil)
  }

  @Test func nothingIsKnownOfNothing() {
    let empty = CountPanel(regions: Self.codes, counts: [[:], [:], [2011: 0]], through: 2012)
    #expect(empty.lastWellKnown == nil && TrendFit(empty, year: 2012) == nil)
    #expect(empty.count(0, 1999) == nil && empty.commonChange(2012) == nil)
  }
}
