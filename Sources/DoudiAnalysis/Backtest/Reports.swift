import DoudiInputs
import DoudiModel
import DoudiUnits

/// Monthly reports of one region.
struct Reports {
  let table: ObservationTable
  let region: RegionCode

  /// The report of exactly this month.
  func report(_ indicator: String, _ area: Area, _ month: Month) -> Observation? {
    table.value(indicator, region: region, area: area, period: .month(month))
  }

  /// The last two monthly reports, older first; fewer where there are fewer.
  func lastTwo(_ indicator: String, _ area: Area) -> [Observation] {
    let monthly = table.series(indicator, region: region, area: area).filter { $0.period.isMonth }
    return Array(monthly.suffix(2))
  }
}

extension Period {
  /// True for a month.
  fileprivate var isMonth: Bool {
    if case .month = self { true } else { false }
  }
}

extension BacktestSeries.Kind {
  /// Unit in which the figures are computed.
  var unit: Measure {
    switch self {
    case .persons: Units.persons
    case .benefit: Units.monthly
    case .spendingToDate: Units.cny
    }
  }
}

extension Observation {
  /// The figure in another unit; nil where it does not convert.
  func value(in other: Measure) -> Rational? { quantity.converted(to: other) }
}
