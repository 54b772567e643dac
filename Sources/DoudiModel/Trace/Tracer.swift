public import DoudiInputs
public import DoudiUnits

/// Builds the nodes of a trace: parameters, indicators, and by way of the rules that made
/// them, amounts and groups.
public struct Tracer {
  /// The finished run.
  public let world: World
  private let amountTrace: (_ amount: Int, _ cell: Int, _ month: Month) -> TraceNode
  private let groupTrace: (_ group: Int, _ cell: Int, _ month: Month) -> TraceNode

  /// A tracer over a finished run.
  /// - Parameters:
  ///   - world: the run.
  ///   - amount: explains an amount.
  ///   - group: explains a group.
  public init(
    world: World, amount: @escaping (_ amount: Int, _ cell: Int, _ month: Month) -> TraceNode,
    group: @escaping (_ group: Int, _ cell: Int, _ month: Month) -> TraceNode
  ) {
    (self.world, amountTrace, groupTrace) = (world, amount, group)
  }

  /// Explains an amount by the rule that gives it.
  public func amount(_ position: Int, _ cell: Int, _ month: Month) -> TraceNode {
    amountTrace(position, cell, month)
  }

  /// Explains a group by the rule that gives it.
  public func group(_ position: Int, _ cell: Int, _ month: Month) -> TraceNode {
    groupTrace(position, cell, month)
  }

  /// A parameter with its value, status and place.
  public func term(_ term: Term, _ cell: Int, _ month: Month) -> TraceNode {
    let figure = world.figure(term, cell, month)
    let branch = term.branch(for: world.space.cells[cell])
    if let reference = branch?.indicator {
      return indicator(
        reference.name, cell, area: reference.area, year: month.year - reference.lag, unit: term.unit)
    }
    let dated = branch?.inForce(at: month)
    return TraceNode(
      title: Bilingual(zh: term.name, en: term.name), value: figure.value.shortText(),
      unit: term.unit.text, status: figure.status, span: dated?.origin.span,
      source: dated?.origin.source, why: dated?.origin.why)
  }

  /// An indicator: the observation it rests on and the growth that carried it.
  public func indicator(
    _ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure
  ) -> TraceNode {
    let place = world.space.cells[cell]
    let asked = area ?? place.area
    let figure = world.indicatorNear(name, cell, area: asked, year: year, unit: unit)
    let title = Bilingual(zh: "\(name) \(year) \(asked.id)", en: "\(name) \(year) \(asked.id)")
    guard
      let reading = world.indicators.reading(
        name, region: place.region, area: asked, year: year, unit: unit)
    else {
      return TraceNode(title: title, value: figure.value.shortText(), unit: unit.text, status: figure.status)
    }
    return node(reading, name: name, title: title, area: asked, cell: cell, unit: unit, year: year)
  }

  /// An indicator in the unit in which it was observed.
  public func rawIndicator(_ name: String, _ cell: Int, year: Int) -> TraceNode {
    let place = world.space.cells[cell]
    let seen = world.indicators.reading(name, region: place.region, area: place.area, year: year, unit: nil)
    let unit = seen?.observation?.unit ?? world.indicators.suppliedTerm(name, area: place.area)?.unit ?? .one
    return indicator(name, cell, year: year, unit: unit)
  }

  private func node(
    _ reading: Indicators.Reading, name: String, title: Bilingual, area: Area, cell: Int,
    unit: Measure, year: Int
  ) -> TraceNode {
    guard let seen = reading.observation else {
      let term = world.indicators.suppliedTerm(name, area: area)
      let parts = term.map { [self.term($0, cell, Month(year: year, month: 12))] } ?? []
      return TraceNode(
        title: title, value: reading.figure.value.shortText(), unit: unit.text,
        status: reading.figure.status, children: parts)
    }
    let region = world.space.cells[cell].region
    let isStopgap = seen.area != area && world.indicators.hasAreas(name, for: region)
    var parts = [observation(seen, insteadOf: isStopgap ? area : nil)]
    if reading.carriedYears > 0, let growth = world.indicators.growthTerm(name, area: area) {
      parts.append(term(growth, cell, Month(year: year, month: 12)))
    }
    let formula =
      reading.carriedYears > 0 ? "\(seen.value) x (1 + g)^\(reading.carriedYears), round2" : "\(seen.value)"
    return TraceNode(
      title: title, formula: formula, value: reading.figure.value.shortText(), unit: unit.text,
      status: reading.figure.status, children: parts)
  }

  /// An observed figure with its source; `area`: the one asked for, where the whole's figure stands in.
  public func observation(_ seen: Observation, insteadOf area: Area? = nil) -> TraceNode {
    let name = "\(seen.indicator) \(seen.region) \(seen.area.id) \(seen.period)"
    return TraceNode(
      title: Bilingual(zh: name, en: name), value: seen.value.shortText(), unit: seen.unit.text,
      status: seen.status, span: seen.span, source: seen.source,
      why: area.map {
        Bilingual(
          zh: "没有\($0.word.zh)的数据，用全域数", en: "no figure of \($0.word.en): that of the whole stands in")
      })
  }
}
