import DoudiInputs
import DoudiUnits

extension IndexedForm {
  func trace(_ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let world = tracer.world
    let year = yearInForce(month)
    let at = Month(year: year, month: effectiveMonth)
    let history = world.amounts[position(rule, world)]
    let figure = history.figure(cell, month) ?? Figure(.zero, .assumed)
    if let seen = observedStart(cell, year, world), seen.year == year, seen.figure.value == figure.value {
      return node(figure, rule, "\(figure.value)", [tracer.observation(seen.seen)])
    }
    let lagYears = Int(world.figure(lag, cell, at).value.floor)
    var children = [tracer.term(ratio, cell, at), tracer.term(lag, cell, at)]
    children.append(
      tracer.indicator(series, cell, area: seriesArea, year: year - lagYears, unit: Units.yearly))
    for term in [guideline, uplift, neverLowered, step, convergence?.by].compactMap({ $0 }) {
      children.append(tracer.term(term, cell, at))
    }
    children += held(cell, year, rule, tracer) + lifted(figure, cell, month, rule, tracer)
    return node(figure, rule, formula(figure, cell, month, rule, world), children)
  }

  private func node(
    _ figure: Figure, _ rule: RuleHeader, _ formula: String, _ children: [TraceNode]
  ) -> TraceNode {
    TraceNode(
      title: rule.name, formula: formula, value: figure.value.shortText(), unit: Units.monthly.text,
      status: figure.status, citation: rule.citation, children: children)
  }

  /// Last year's standard where it holds this one up: since when, and what made it.
  private func held(_ cell: Int, _ year: Int, _ rule: RuleHeader, _ tracer: Tracer) -> [TraceNode] {
    let world = tracer.world
    let history = world.amounts[position(rule, world)]
    var month = Month(year: year, month: effectiveMonth).advanced(by: -1)
    guard let last = history.figure(cell, month),
      standard(year, after: last, cell, world).value > standard(year, after: nil, cell, world).value
    else { return [] }
    while history.figure(cell, month.advanced(by: -1))?.value == last.value { month = month.advanced(by: -1) }
    let first = yearInForce(month)
    let seen = observedStart(cell, first, world)
    let isObserved = seen?.figure.value == last.value
    let since = isObserved ? seen.map { "\($0.seen.period)" } : nil
    let origin = isObserved ? seen.map { tracer.observation($0.seen) } : nil
    return [
      TraceNode(
        title: Bilingual(
          zh: "上年标准，自\(since ?? "\(month)")起执行",
          en: "last year's standard, in force since \(since ?? "\(month)")"),
        value: last.value.shortText(), unit: Units.monthly.text, status: last.status,
        children: [origin ?? trace(cell, month, rule: rule, tracer: tracer)])
    ]
  }

  /// k and the other area's standard of the month, where converging to it decided.
  private func lifted(
    _ figure: Figure, _ cell: Int, _ month: Month, _ rule: RuleHeader, _ tracer: Tracer
  ) -> [TraceNode] {
    let world = tracer.world
    let year = yearInForce(month)
    let at = Month(year: year, month: effectiveMonth)
    let history = world.amounts[position(rule, world)]
    guard let convergence, let target = world.space.sibling(of: cell, in: convergence.to), target != cell,
      standard(year, after: history.figure(cell, at.advanced(by: -1)), cell, world).value != figure.value,
      let (from, passed, status) = path(year, cell, target, convergence, rule, world)
    else { return [] }
    let k = from + (.one - from) * passed
    let base = Month(year: world.horizon.first.year - 1, month: 12)
    let start =
      convergence.start.map { [tracer.term($0, cell, base)] }
      ?? [cell, target].compactMap { one in
        history.figure(one, base).map { figure in
          let area = world.space.cells[one].area.words
          return TraceNode(
            title: Bilingual(
              zh: "\(rule.name.zh) \(area.zh) \(base)", en: "\(rule.name.en), \(area.en), \(base)"),
            value: figure.value.shortText(), unit: Units.monthly.text, status: figure.status)
        }
      }
    let ratio = TraceNode(
      title: Bilingual(zh: "k，\(year)年与目标地域标准之比", en: "k, ratio to the other area's standard in \(year)"),
      formula: "\(from) + (1 - \(from)) x \(passed)", value: (k * Rational(100)).shortText(), unit: "%",
      status: status,
      children: start)
    return [ratio, tracer.amount(position(rule, world), target, month)]
  }

  /// The calculation that gave `figure`: an observed standard, the lifting towards the other
  /// area where that decided, else the formula of the type.
  private func formula(
    _ figure: Figure, _ cell: Int, _ month: Month, _ rule: RuleHeader, _ world: World
  ) -> String {
    let year = yearInForce(month)
    let at = Month(year: year, month: effectiveMonth)
    let history = world.amounts[position(rule, world)]
    if let seen = observedStart(cell, year, world), seen.year == year, seen.figure.value == figure.value {
      return "\(figure.value)"
    }
    let last = history.figure(cell, at.advanced(by: -1))
    if let convergence, standard(year, after: last, cell, world).value != figure.value,
      let target = world.space.sibling(of: cell, in: convergence.to),
      let high = history.figure(target, month),
      let k = share(year, cell, target, convergence, rule, world)
    {
      return rounded("\(k.value) x \(high.value)", cell, at, world)
    }
    var parts = "\(world.figure(ratio, cell, at).value) % x \(seriesFigure(year, cell, world).value) / 12"
    if let guideline { parts = "max(\(parts), \(world.figure(guideline, cell, at).value))" }
    if let uplift { parts += " + \(world.figure(uplift, cell, at).value)" }
    if let last, let neverLowered, world.flag(neverLowered, cell, at) {
      parts = "max(\(parts), \(last.value))"
    }
    return rounded(parts, cell, at, world)
  }

  private func rounded(_ text: String, _ cell: Int, _ at: Month, _ world: World) -> String {
    step.map { "up(\(text), \(world.figure($0, cell, at).value))" } ?? text
  }
}
