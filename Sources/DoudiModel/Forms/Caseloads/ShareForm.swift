import DoudiInputs
import DoudiUnits

/// A part of another group, or of an indicator's population.
///
///     N(m) = rate x G(m)      or      N(m) = rate x P(y)
struct ShareForm: CaseloadForm {
  static let name = "share"
  static let summary = Bilingual(zh: "某人群的一定比例", en: "a share of another group or of a population")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .optional("of", .group, zh: "所属人群", en: "group it is part of"),
    .optional("of_indicator", .indicator, zh: "所属人口指标", en: "population it is part of"),
    .required("rate", .term(unit: "%"), zh: "比例", en: "share"),
    .optional(
      "persons_per_household", .term(unit: "persons/household"), zh: "户均人数", en: "persons per household"),
  ]

  let gives: [Int]
  let group: Int?
  let indicator: String?
  let rate: Term
  let householdSize: Term?

  init?(_ reader: FormReader) {
    let (gives, rate) = (reader.gives(), reader.term("rate", unit: "%", .share))
    group = reader.has("of") ? reader.group("of") : nil
    indicator = reader.optionalIndicator("of_indicator")
    householdSize = reader.optionalTerm("persons_per_household", unit: "persons/household")
    guard let gives, let rate else { return nil }
    (self.gives, self.rate) = ([gives], rate)
    if (group == nil) == (indicator == nil) {
      if !reader.has("of") || indicator != nil {
        reader.fault(
          "DD1314", "of", Bilingual(zh: "of与of_indicator须且只须写一个", en: "write either of or of_indicator"))
      }
      return nil
    }
  }

  func run(rule: RuleHeader, world: World) {
    var history = GroupHistory(first: world.firstGroupMonth, cells: world.space.cells.count)
    for cell in world.space.people {
      history.status[cell] = max(
        base(cell, world.horizon.first, world).status, world.figure(rate, cell, world.horizon.first).status)
      if let size = householdSize {
        history.householdSize[cell] = world.figure(size, cell, world.horizon.first).value.double
      }
    }
    var rates = RateColumn(rate, world)
    for month in world.groupMonths {
      rates.advance(to: month)
      var persons = [Double](repeating: 0, count: world.space.cells.count)
      for cell in world.space.people {
        persons[cell] = base(cell, month, world).persons * rates.values[cell]
      }
      history.append(persons)
    }
    world.groups[gives[0]] = history
  }

  private func base(_ cell: Int, _ month: Month, _ world: World) -> (persons: Double, status: Status) {
    if let group { return (world.groups[group].persons(cell, month), world.groups[group].status[cell]) }
    guard let indicator else { return (0, .assumed) }
    let figure = world.countNear(indicator, cell, year: month.year, unit: Units.persons)
    return (figure.value.double, figure.status)
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    var children = [tracer.term(rate, cell, month)]
    if let of = self.group { children.append(tracer.group(of, cell, month)) }
    if let indicator {
      children.append(tracer.indicator(indicator, cell, year: month.year, unit: Units.persons))
    }
    return TraceNode(
      title: rule.name,
      formula:
        "\(world.figure(rate, cell, month).value) \(rate.unit.text) x \(base(cell, month, world).persons)",
      value: "\(world.groups[group].persons(cell, month))", unit: "persons",
      status: world.groups[group].status[cell], citation: rule.citation, children: children)
  }
}
