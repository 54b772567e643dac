import DoudiInputs
import DoudiModel
import DoudiUnits

/// What somebody without a model would say, out of reports up to the cutoff.
///
///     persistence   v(t) = v(last report)
///                   spending to date = reported to the cutoff + last month's spending x months ahead
///     trend         v(t) = v1 (v1 / v0)^((t - t1) / (t1 - t0))      reports v0 of t0, v1 of t1
///                   spending to date = reported to the cutoff + sum of persons(m) x pay(m) ahead
struct NaivePeers {
  /// Reports up to the cutoff; there are no others here.
  let known: Reports
  let file: BacktestFile

  /// The figure a rule gives, in the unit of the series' kind; nil where the reports do not give it.
  func value(_ method: BacktestMethod, _ series: BacktestSeries, _ area: Area, _ target: Month) -> Double? {
    switch (method, series.kind) {
    case (.model, _): nil
    case (.persistence, .spendingToDate): steadySpending(series.family, area, target)
    case (.persistence, _): last(series.name, area, series.kind.unit)
    case (.trend, .spendingToDate): trendedSpending(series.family, area, target)
    case (.trend, _): trended(series, area, target)
    }
  }

  private func last(_ indicator: String, _ area: Area, _ unit: Measure) -> Double? {
    known.lastTwo(indicator, area).last?.value(in: unit)?.double
  }

  private func steadySpending(_ family: String, _ area: Area, _ target: Month) -> Double? {
    guard let month = last(family + "_spend_month", area, Units.cny),
      let year = yearToDate(family, area, target)
    else { return nil }
    return year.reported.double + month * Double(year.ahead.count)
  }

  private func trendedSpending(_ family: String, _ area: Area, _ target: Month) -> Double? {
    guard let year = yearToDate(family, area, target) else { return nil }
    var sum = year.reported.double
    for month in year.ahead {
      guard let persons = trended(BacktestSeries(family: family, kind: .persons), area, month),
        let pay = trended(BacktestSeries(family: family, kind: .benefit), area, month)
      else { return nil }
      sum += persons * pay
    }
    return sum
  }

  private func yearToDate(_ family: String, _ area: Area, _ target: Month) -> YearToDate? {
    YearToDate(target: target, cutoff: file.cutoff.value, family: family, area: area, known: known)
  }

  private func trended(_ series: BacktestSeries, _ area: Area, _ month: Month) -> Double? {
    let (reports, unit) = (comparable(series, area), series.kind.unit)
    guard reports.count == 2,
      case .month(let t0) = reports[0].period, let v0 = reports[0].value(in: unit)?.double, v0 > 0,
      case .month(let t1) = reports[1].period, let v1 = reports[1].value(in: unit)?.double, v1 > 0,
      t0 < t1
    else { return nil }
    let steps = Double(month.months(since: t1)) / Double(t1.months(since: t0))
    return v1 * PortableMath.pow(v1 / v0, steps)
  }

  /// The two reports the file names, or else the last two there are.
  private func comparable(_ series: BacktestSeries, _ area: Area) -> [Observation] {
    guard let months = file.comparable[series.family] else { return known.lastTwo(series.name, area) }
    return months.value.compactMap { known.report(series.name, area, $0) }
  }
}
