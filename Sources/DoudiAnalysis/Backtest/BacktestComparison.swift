import DoudiInputs
import DoudiModel
import DoudiUnits

/// Puts a projection and the naive rules beside the reports of the target months.
struct BacktestComparison {
  let file: BacktestFile
  let projection: Projection
  /// Reports of all months: looked into for the actual figures and for nothing else.
  let reports: ObservationTable
  let bag: DiagnosticBag

  private var root: RegionCode { projection.model.space.tree.root.code }
  private var known: Reports { Reports(table: projection.model.table, region: root) }

  func rows() -> [BacktestRow] {
    file.targets.flatMap { target in
      file.series.flatMap { series in
        file.areas.compactMap { row(target, series.value, $0.value) }
      }
    }
  }

  private func row(_ target: Located<Month>, _ series: BacktestSeries, _ area: Area) -> BacktestRow? {
    let values = self.values(target.value, series, area)
    guard let actual = actual(target, series, area),
      let factor = series.kind.unit.factor(to: actual.unit)?.double
    else { return nil }
    if values[.model] == nil { noModelValue(target, series, area) }
    return BacktestRow(
      target: target.value, region: root, area: area, series: series, unit: actual.unit, actual: actual.value,
      roundedTo: rounding(target.value, series, actual.unit), values: values.mapValues { $0 * factor })
  }

  /// By method, in the unit of the series' kind.
  private func values(_ target: Month, _ series: BacktestSeries, _ area: Area) -> [BacktestMethod: Double] {
    let projected = ProjectedSeries(projection: projection, known: known, file: file)
    let peers = NaivePeers(known: known, file: file)
    var values: [BacktestMethod: Double] = [:]
    for method in file.methods {
      values[method] =
        method == .model
        ? projected.value(series, area, target)
        : peers.value(method, series, area, target)
      if values[method] == nil && method != .model { noPeerValue(method, series, area) }
    }
    return values
  }

  private func actual(_ target: Located<Month>, _ series: BacktestSeries, _ area: Area) -> Observation? {
    let place = "\(series.name) (\(area.id))"
    guard let seen = Reports(table: reports, region: root).report(series.name, area, target.value) else {
      bag.error(
        .backtestReport, at: target.span,
        Bilingual(
          zh: "\(target.value)没有\(place)的报告数", en: "there is no report of \(place) in \(target.value)"))
      return nil
    }
    guard seen.unit.factor(to: series.kind.unit) != nil else {
      bag.error(
        .backtestUnit, at: seen.span,
        Bilingual(
          zh: "\(place)的单位应能换算为\(series.kind.unit)，不是\(seen.unit)",
          en: "\(place) must be in \(series.kind.unit) or the like, not \(seen.unit)"))
      return nil
    }
    return seen
  }

  private func rounding(_ target: Month, _ series: BacktestSeries, _ unit: Measure) -> Rational? {
    let named = file.roundings.first { $0.target == target && $0.series == series.name }
    guard let named else { return nil }
    if let step = named.step.converted(to: unit) { return step }
    bag.error(
      .backtestRounding, at: named.span,
      Bilingual(zh: "单位应为\(unit)", en: "the unit must be \(unit)"))
    return nil
  }

  private func noModelValue(_ target: Located<Month>, _ series: BacktestSeries, _ area: Area) {
    let (cutoff, place) = (file.cutoff.value, "\(series.name) (\(area.id))")
    bag.error(
      .backtestYearBegun, at: target.span,
      Bilingual(
        zh: "\(cutoff)没有\(place)的报告数，\(target.value)算不出",
        en: "without a report of \(place) in \(cutoff) none can be said for \(target.value)"))
  }

  private func noPeerValue(_ method: BacktestMethod, _ series: BacktestSeries, _ area: Area) {
    let (cutoff, place) = (file.cutoff.value, "\(series.name) (\(area.id))")
    bag.warning(
      DiagnosticCode.backtestLastReport.id, at: file.cutoff.span,
      Bilingual(
        zh: "\(cutoff)及以前的报告数不足，\(place)没有“\(method.name.zh)”的结果",
        en: "reports up to \(cutoff) do not give the \(method.name.en) of \(place)"))
  }
}
