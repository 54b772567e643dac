import DoudiInputs
import DoudiUnits

/// Counts that are given: official or planned figures at some dates.
///
/// Between two dates the count is interpolated in equal monthly steps (`linear`) or stays
/// (`step`); before the first and after the last it stays. A cell without counts of its own takes its
/// part of a parent's, as `stock_flow` does.
struct PathForm: CaseloadForm {
  static let name = "path"
  static let summary = Bilingual(zh: "给定人数路径", en: "counts given at dates")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .required("indicator", .indicator, zh: "人数指标", en: "the counts"),
    .required("between", .keyword(["linear", "step"]), zh: "两期之间", en: "between two dates"),
    .optional("spread_by", .indicator, zh: "分摊依据", en: "key for spreading a parent's count"),
    .optional(
      "area_shares", .termMap(unit: "%"), role: .parts, zh: "城乡占比",
      en: "shares of the areas in a count without area"),
  ]

  let gives: [Int]
  let indicator: String
  let isLinear: Bool
  let spreadBy: String?
  let areaShares: [(name: String, term: Term)]?

  init?(_ reader: FormReader) {
    let (gives, indicator) = (reader.gives(), reader.indicator("indicator"))
    isLinear = reader.text("between") == "linear"
    spreadBy = reader.optionalIndicator("spread_by")
    areaShares = reader.has("area_shares") ? reader.termMap("area_shares", unit: "%", .share) : nil
    guard let gives, let indicator else { return nil }
    (self.gives, self.indicator) = ([gives], indicator)
  }

  func run(rule: RuleHeader, world: World) {
    var history = GroupHistory(first: world.firstGroupMonth, cells: world.space.cells.count)
    let finder = finder(world)
    finder.checkAreaShares(rule)
    var series = [[StartingCount]](repeating: [], count: world.space.cells.count)
    for cell in world.space.people {
      series[cell] = finder.series(cell)
      if series[cell].isEmpty { world.missing(indicator, cell) }
      history.status[cell] = series[cell].map(\.status).max() ?? .assumed
    }
    for month in world.groupMonths {
      var persons = [Double](repeating: 0, count: world.space.cells.count)
      for cell in world.space.people { persons[cell] = count(series[cell], month) }
      history.append(persons)
    }
    world.groups[gives[0]] = history
  }

  private func finder(_ world: World) -> StartingStock {
    StartingStock(indicator: indicator, key: spreadBy, areaShares: areaShares, world: world)
  }

  private func count(_ series: [StartingCount], _ month: Month) -> Double {
    guard let after = series.firstIndex(where: { $0.month > month }) else { return series.last?.persons ?? 0 }
    guard after > 0 else { return series[0].persons }
    let (low, high) = (series[after - 1], series[after])
    guard isLinear else { return low.persons }
    let span = high.month.months(since: low.month)
    let passed = month.months(since: low.month)
    return low.persons + (high.persons - low.persons) * Double(passed) / Double(span)
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let finder = finder(world)
    return TraceNode(
      title: rule.name, formula: isLinear ? "linear" : "step",
      value: "\(world.groups[group].persons(cell, month))", unit: "persons",
      status: world.groups[group].status[cell], citation: rule.citation,
      children: finder.series(cell).map { finder.trace($0, cell, at: $0.month, tracer) })
  }
}
