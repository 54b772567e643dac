import DoudiInputs
import DoudiUnits

/// The fits of all areas, and which region of them each cell follows.
struct CellTrends {
  /// A fit and the position of each of its regions.
  private struct Fitted {
    let fit: TrendFit
    let positions: [RegionCode: Int]
  }

  private let indicator: String
  private let space: CellSpace
  private let fits: [Area: Fitted]
  /// By cell the position of the region it follows in the fit of its area: its own or the nearest above it.
  private let followed: [Int?]

  /// Fits to the yearly counts that end before the horizon.
  init(indicator: String, world: World) {
    let space = world.space
    (self.indicator, self.space) = (indicator, space)
    var fits: [Area: Fitted] = [:]
    let end = world.horizon.first.advanced(by: -1)
    let last = end.month == 12 ? end.year : end.year - 1
    let table = world.indicators.table
    for area in Set(space.people.map { space.cells[$0].area }) {
      let regions = CountPanel.regions(
        of: space.tree, in: table, indicator: indicator, area: area, through: last)
      let panel = CountPanel(table, indicator: indicator, regions: regions, area: area, through: last)
      guard let year = panel.lastWellKnown, let fit = TrendFit(panel, year: year) else { continue }
      let positions = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, $0) })
      fits[area] = Fitted(fit: fit, positions: positions)
    }
    self.fits = fits
    followed = space.cells.indices.map { cell in
      guard let fitted = fits[space.cells[cell].area] else { return nil }
      return space.regions(of: cell).lazy.compactMap { fitted.positions[$0] }.first
    }
  }

  /// Records areas without two years of counts.
  func reportMissing(_ rule: RuleHeader, _ world: World) {
    for area in Set(space.people.map { space.cells[$0].area }).sorted() where fits[area] == nil {
      world.fault(
        rule: rule, zh: "\(indicator)（\(area.words.zh)）没有相邻两年的年度数，无法拟合趋势",
        en: "\(indicator) (\(area.id)) has no yearly counts of two years in a row to fit a trend to")
    }
  }

  /// The logarithmic change of the year that begins `step` years after a cell's count.
  func change(_ cell: Int, step: Int) -> Double {
    guard let fitted = fits[space.cells[cell].area] else { return 0 }
    return fitted.fit.change(followed[cell], step: step)
  }

  /// Monthly factors, for a walk through the months.
  func columns(starts: [Month], world: World) -> GrowthColumns {
    GrowthColumns(trends: self, starts: starts, people: world.space.people)
  }

  /// The change of a year with what it is made of.
  func trace(_ cell: Int, step: Int) -> TraceNode {
    let change = change(cell, step: step)
    guard let fitted = fits[space.cells[cell].area] else {
      return node(Bilingual(zh: "年变化", en: "change a year"), "", change, [])
    }
    let (fit, place) = (fitted.fit, followed[cell])
    let deviation = place.map { fit.deviations[$0] } ?? 0
    let title = Bilingual(
      zh: "第\(step + 1)年变化（对数），拟合至\(fit.year)年",
      en: "logarithmic change of year \(step + 1), fitted up to \(fit.year)")
    let powers = String(repeating: " x \(fit.damping)", count: step)
    let miss = step == 0 ? " + \(fit.miss)" : ""
    let formula = "(\(fit.continued) + \(fit.repeated) x \(deviation))\(powers)\(miss)"
    return node(
      title, formula, change,
      [
        node(Bilingual(zh: "共同变化", en: "common change"), "", fit.common, []),
        node(Bilingual(zh: "其中延续", en: "of it continued"), "", fit.continued, []),
        node(Bilingual(zh: "本地偏离（截断）", en: "own deviation, cut"), "", deviation, []),
        node(Bilingual(zh: "偏离的重现率", en: "share of deviations that comes again"), "", fit.repeated, []),
        node(Bilingual(zh: "以往偏差中位数", en: "median miss of the past"), "", fit.miss, []),
        node(Bilingual(zh: "阻尼", en: "damping"), "", fit.damping, []),
      ])
  }

  private func node(
    _ title: Bilingual, _ formula: String, _ value: Double, _ children: [TraceNode]
  ) -> TraceNode {
    TraceNode(
      title: title, formula: formula, value: "\(value)", unit: "1", status: .estimated, children: children)
  }
}
