import DoudiInputs
import DoudiUnits

/// Events among a population: so many per thousand and year, spread over the months.
///
///     E(m) = rate x P(y) / 12            or, in the named months only,  rate x P(y) / count
struct IncidenceForm: CaseloadForm {
  static let name = "incidence"
  static let summary = Bilingual(zh: "按人口发生率计的人次", en: "events per thousand residents")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人次代号", en: "identifier of the events"),
    .required("per", .indicator, zh: "人口指标", en: "population"),
    .required("rate", .term(unit: "per_1000/year"), zh: "年发生率", en: "events per thousand and year"),
    .optional("months", .integers(1...12), zh: "发生月份", en: "months in which they fall"),
  ]

  let gives: [Int]
  var countsEvents: Bool { true }
  let population: String
  let rate: Term
  let months: [Int]

  init?(_ reader: FormReader) {
    let (gives, population) = (reader.gives(), reader.indicator("per"))
    let rate = reader.term("rate", unit: "per_1000/year")
    months = reader.months("months")
    guard let gives, let population, let rate else { return nil }
    (self.gives, self.population, self.rate) = ([gives], population, rate)
  }

  func run(rule: RuleHeader, world: World) {
    var history = GroupHistory(first: world.firstGroupMonth, cells: world.space.cells.count)
    let counts = world.counts(population, Units.persons)
    for month in world.groupMonths {
      var events = [Double](repeating: 0, count: world.space.cells.count)
      for cell in world.space.people where months.contains(month.month) {
        let found = figures(cell, month, counts, world)
        history.status[cell] = max(history.status[cell], max(found.rate.status, found.population.status))
        events[cell] =
          found.rate.value.double * found.population.value.double / Double(months.count)
      }
      history.append(events)
    }
    world.groups[gives[0]] = history
  }

  private func figures(
    _ cell: Int, _ month: Month, _ counts: YearTable<Figure>, _ world: World
  ) -> (rate: Figure, population: Figure) {
    let count = counts.figure(cell, month.year) {
      world.readCount(population, cell, year: month.year, unit: Units.persons)
    }
    return (world.share(rate, cell, month), count)
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let found = figures(cell, month, world.counts(population, Units.persons), world)
    var children = [tracer.term(rate, cell, month)]
    children.append(tracer.indicator(population, cell, year: month.year, unit: Units.persons))
    return TraceNode(
      title: rule.name,
      formula:
        "\(world.figure(rate, cell, month).value) / 1000 x \(found.population.value) / \(months.count)",
      value: "\(world.groups[group].persons(cell, month))", unit: "cases",
      status: world.groups[group].status[cell], citation: rule.citation, children: children)
  }
}

extension FormReader {
  /// A list of months; all twelve where it is not written.
  func months(_ key: String) -> [Int] {
    guard has(key) else { return Array(1...12) }
    let found = (texts(key) ?? []).compactMap { Int($0) }.filter { (1...12).contains($0) }
    if found.isEmpty {
      fault("DD1304", key, Bilingual(zh: "“\(key)”应为1至12的月份列表", en: "\"\(key)\" must list months 1 to 12"))
      return Array(1...12)
    }
    return Array(Set(found)).sorted()
  }
}
