import DoudiInputs
import DoudiUnits

extension IncomeDistributionForm {
  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let (world, history) = (tracer.world, tracer.world.groups[group])
    let before = history.persons(cell, month.advanced(by: -1))
    let stay = "(\(before) - \(history.exits(cell, month)))"
    let share = annualLine(cell, month, world).flatMap { line in
      incomes(cell, month, world)?.shareBelow(line.value.double)
    }
    let target = [
      "\(world.share(takeUp, cell, month).value.double)", "\(share ?? 0)",
      "\(residents(cell, month, world).value.double)",
    ].joined(separator: " x ")
    return TraceNode(
      title: rule.name,
      formula: "\(stay) + \(world.share(speed, cell, month).value.double) x max(0, \(target) - \(stay))",
      value: "\(history.persons(cell, month))", unit: Units.persons.text, status: history.status[cell],
      citation: rule.citation, children: parts(cell, month, rule, tracer))
  }

  private func parts(_ cell: Int, _ month: Month, _ rule: RuleHeader, _ tracer: Tracer) -> [TraceNode] {
    let terms = [exit, speed, takeUp].map { tracer.term($0, cell, month) }
    let residents = tracer.indicator(population, cell, year: month.year, unit: Units.persons)
    return terms + [residents] + below(cell, month, tracer) + begin(cell, rule, tracer)
  }

  /// The share below the line with all it rests on, and what is lacking.
  private func below(_ cell: Int, _ month: Month, _ tracer: Tracer) -> [TraceNode] {
    let world = tracer.world
    guard let line = annualLine(cell, month, world), let incomes = incomes(cell, month, world) else {
      return []
    }
    let (z, y, s) = (line.value.double, incomes.mean, incomes.spread)
    let year = incomeYear(cell, month, world)
    let children =
      [
        tracer.amount(self.line, cell, month), tracer.indicator(income, cell, year: year, unit: Units.yearly),
      ] + ([spread] + [lag].compactMap { $0 }).map { tracer.term($0, cell, month) }
    let status = children.map(\.status).max() ?? .assumed
    return [
      TraceNode(
        title: Bilingual(zh: "收入低于标准者占居民的比例", en: "share of residents with less than the line"),
        formula: "Phi(ln(\(z) / \(y)) / \(s) + \(s) / 2)", value: "\(incomes.shareBelow(z))", unit: "1",
        status: status, children: children),
      TraceNode(
        title: Bilingual(zh: "平均到每位居民的收入差额", en: "what they lack, per resident"),
        formula: "(Z H - Y Phi(d - s)) / 12", value: "\(incomes.gap(below: z) / 12)",
        unit: Units.monthly.text, status: status),
    ]
  }

  private func begin(_ cell: Int, _ rule: RuleHeader, _ tracer: Tracer) -> [TraceNode] {
    let before = tracer.world.horizon.first.advanced(by: -1)
    if let start, let found = tracer.world.starts[rule.id]?[cell] {
      let finder = StartingStock(
        indicator: start, key: spreadBy, areaShares: areaShares, world: tracer.world)
      return [finder.trace(found, cell, at: before, tracer)]
    }
    return startPersons.map { [tracer.term($0, cell, before)] } ?? []
  }
}
