import DoudiInputs
import DoudiUnits

/// Counts that are given: official or planned figures at some dates.
///
/// Between two dates the count is interpolated in equal monthly steps (`linear`) or stays
/// (`step`); before the first and after the last it stays.
struct PathForm: CaseloadForm {
  static let name = "path"
  static let summary = Bilingual(zh: "给定人数路径", en: "counts given at dates")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .required("indicator", .indicator, zh: "人数指标", en: "the counts"),
    .required("between", .keyword(["linear", "step"]), zh: "两期之间", en: "between two dates"),
  ]

  let gives: [Int]
  let indicator: String
  let isLinear: Bool

  init?(_ reader: FormReader) {
    let (gives, indicator) = (reader.gives(), reader.indicator("indicator"))
    isLinear = reader.text("between") == "linear"
    guard let gives, let indicator else { return nil }
    (self.gives, self.indicator) = ([gives], indicator)
  }

  func run(rule: RuleHeader, world: World) {
    var history = GroupHistory(first: world.firstGroupMonth, cells: world.space.cells.count)
    let series = world.space.cells.map {
      world.indicators.table.series(indicator, region: $0.region, area: $0.area)
    }
    for cell in world.space.people {
      if series[cell].isEmpty { world.missing(indicator, cell) }
      history.status[cell] = series[cell].map(\.status).max() ?? .assumed
    }
    for month in world.groupMonths {
      var persons = [Double](repeating: 0, count: world.space.cells.count)
      for cell in world.space.people { persons[cell] = count(series[cell], month, world) }
      history.append(persons)
    }
    world.groups[gives[0]] = history
  }

  private func count(_ series: [Observation], _ month: Month, _ world: World) -> Double {
    let persons = world.countOf
    guard let after = series.firstIndex(where: { $0.period.lastMonth > month }) else {
      return series.last.map(persons) ?? 0
    }
    guard after > 0 else { return persons(series[0]) }
    let (low, high) = (series[after - 1], series[after])
    guard isLinear else { return persons(low) }
    let span = high.period.lastMonth.months(since: low.period.lastMonth)
    let passed = month.months(since: low.period.lastMonth)
    return persons(low) + (persons(high) - persons(low)) * Double(passed) / Double(span)
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let place = world.space.cells[cell]
    let series = world.indicators.table.series(indicator, region: place.region, area: place.area)
    return TraceNode(
      title: rule.name, formula: isLinear ? "linear" : "step",
      value: "\(world.groups[group].persons(cell, month))", unit: "persons",
      status: world.groups[group].status[cell], citation: rule.citation,
      children: series.map { tracer.observation($0) })
  }
}
