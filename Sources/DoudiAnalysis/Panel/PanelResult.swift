public import DoudiInputs
public import DoudiModel
public import DoudiUnits

/// One region's count beside what was said in advance.
public struct PanelRow: Sendable {
  /// The region.
  public let region: Region
  /// Persons in the last year that was read.
  public let base: Double
  /// Persons reported in the year compared.
  public let actual: Double
  /// Persons each method said.
  public let values: [PanelMethod: Double]

  /// Error of a method in per cent of the report, positive where it said too much.
  ///
  ///     100 (v - actual) / actual
  public func error(_ method: PanelMethod) -> Double {
    100 * ((values[method] ?? .nan) - actual) / actual
  }
}

/// How far off a method was.
public struct PanelScore: Sendable {
  /// Mean of the regions' absolute errors, per cent.
  public let meanError: Double
  /// Error of the sum over the regions, per cent, positive where it was too high.
  public let totalError: Double
  /// The region with the greatest absolute error.
  public let worst: Region
  /// Its error, per cent.
  public let worstError: Double
}

/// One series and area between two years.
public struct PanelBlock: Sendable {
  /// The years.
  public let years: PanelYears
  /// Area.
  public let area: Area
  /// What is compared.
  public let series: BacktestSeries
  /// What was fitted.
  public let fit: TrendFit
  /// Regions with counts of both years, by code.
  public let rows: [PanelRow]
  /// Regions of the panel that lack one of the two.
  public let left: Int
  /// By method.
  public let scores: [PanelMethod: PanelScore]

  /// The naive rule with the smallest mean error, of equal ones the earliest.
  public var bestNaive: PanelMethod? {
    PanelMethod.naive.min { mean($0) < mean($1) }
  }

  /// The model's mean error over that of the best naive rule; nil where that one made none.
  public var ratio: Double? {
    guard let bestNaive, mean(bestNaive) > 0 else { return nil }
    return mean(.model) / mean(bestNaive)
  }

  private func mean(_ method: PanelMethod) -> Double { scores[method]?.meanError ?? .infinity }

  /// nil without rows.
  init?(
    _ years: PanelYears, _ area: Area, _ series: BacktestSeries, fit: TrendFit, rows: [PanelRow], left: Int
  ) {
    guard !rows.isEmpty else { return nil }
    (self.years, self.area, self.series, self.fit, self.rows) = (years, area, series, fit, rows)
    self.left = left
    scores = PanelMethod.allCases.reduce(into: [:]) { $0[$1] = Self.score($1, rows) }
  }

  private static func score(_ method: PanelMethod, _ rows: [PanelRow]) -> PanelScore? {
    guard let worst = rows.max(by: { $0.error(method).magnitude < $1.error(method).magnitude }) else {
      return nil
    }
    let (said, actual) = rows.reduce((0.0, 0.0)) { ($0.0 + ($1.values[method] ?? .nan), $0.1 + $1.actual) }
    return PanelScore(
      meanError: rows.reduce(0) { $0 + $1.error(method).magnitude } / Double(rows.count),
      totalError: 100 * (said - actual) / actual, worst: worst.region, worstError: worst.error(method))
  }
}

/// What would have been said of years that are counted by now.
public struct PanelResult: Sendable {
  /// Identifier of the scenario.
  public let scenario: String
  /// Title.
  public let title: Bilingual
  /// What is left of a change a year later in the damped trend.
  public let damping: Double
  /// By years, series and area in the order of the file.
  public let blocks: [PanelBlock]
  /// Regions to be shown one by one.
  public let shown: [RegionCode]
}
