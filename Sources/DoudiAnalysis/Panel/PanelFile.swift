import DoudiInputs
import DoudiUnits

/// A year up to which figures are read, and a later one that is compared.
public struct PanelYears: Hashable, Sendable {
  /// Last year whose figures are read.
  public let from: Int
  /// Year that is compared.
  public let to: Int

  /// Two years; nil unless the first comes before the second, at most 50 years earlier.
  public init?(from: Int, to: Int) {
    guard (1900...2199).contains(from), (1...50).contains(to - from) else { return nil }
    (self.from, self.to) = (from, to)
  }

  /// Years between.
  public var horizon: Int { to - from }
}

/// A `backtest.yaml` with fits: yearly counts of many regions.
struct PanelFile: Sendable {
  let scenario: Located<String>
  let title: Bilingual
  let years: [Located<PanelYears>]
  let areas: [Located<Area>]
  /// Indicators.
  let series: [Located<BacktestSeries>]
  /// q of the damped trend beside the model, between 0 and 1.
  let damping: Double
  /// Regions shown one by one.
  let shown: [Located<String>]
}
