import DoudiInputs
import DoudiModel
import DoudiUnits

/// Fits with the counts up to a year, and puts what is said beside the counts of a later one.
struct PanelComparison {
  let tree: RegionTree
  /// Figures of all years: looked into for the later year and for nothing else.
  let reports: ObservationTable
  /// q of the damped trend.
  let damping: Double
  let bag: DiagnosticBag

  /// The comparison of a series in an area; nil with a warning where counts are missing.
  func block(_ years: Located<PanelYears>, _ series: BacktestSeries, _ area: Area) -> PanelBlock? {
    let (from, to) = (years.value.from, years.value.to)
    let known = reports.through(Month(year: from, month: 12))
    let regions = CountPanel.regions(
      of: tree, in: known, indicator: series.name, area: area, through: from)
    let panel = CountPanel(known, indicator: series.name, regions: regions, area: area, through: from)
    guard let fit = TrendFit(panel, year: from) else {
      return missing(years, series, area, year: from, isBase: true)
    }
    let later = CountPanel(reports, indicator: series.name, regions: regions, area: area, through: to)
    let rows = regions.indices.compactMap { row($0, years.value, panel, later, fit) }
    let block = PanelBlock(
      years.value, area, series, fit: fit, rows: rows, left: regions.count - rows.count)
    return block ?? missing(years, series, area, year: to, isBase: false)
  }

  private func row(
    _ place: Int, _ years: PanelYears, _ panel: CountPanel, _ later: CountPanel, _ fit: TrendFit
  ) -> PanelRow? {
    guard let region = tree.region(panel.regions[place]), let base = panel.count(place, years.from),
      let actual = later.count(place, years.to)
    else { return nil }
    let values = PanelMethod.allCases.map { method in
      (method, base * method.factor(place, years: years.horizon, panel: panel, fit: fit, damping: damping))
    }
    return PanelRow(
      region: region, base: base, actual: actual, values: Dictionary(uniqueKeysWithValues: values))
  }

  private func missing(
    _ years: Located<PanelYears>, _ series: BacktestSeries, _ area: Area, year: Int, isBase: Bool
  ) -> PanelBlock? {
    let needed = isBase ? "\(year - 1), \(year)" : "\(year)"
    bag.warning(
      DiagnosticCode.backtestCounts.id, at: years.span,
      Bilingual(
        zh: "\(series.name)（\(area.id)）没有\(needed)年的年度数，略去\(years.value.from)至\(years.value.to)年",
        en:
          "\(series.name) (\(area.id)) has no yearly counts of \(needed); \(years.value.from) to \(years.value.to) is left out"
      ))
    return nil
  }
}
