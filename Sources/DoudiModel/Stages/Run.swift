import DoudiInputs
import DoudiUnits

extension Model {
  /// Runs the model: standards, people, payments, who pays, limits.
  ///
  /// A pure function of the model: no clock, no file, no random number; the same bits on
  /// any machine. With a perturbation one assumption is moved and everything else stays.
  public func run(perturbation: Perturbation? = nil) -> Projection {
    let world = makeWorld(perturbation)
    AmountStage.run(self, world)
    world.groups = groups.map { _ in GroupHistory(first: world.firstGroupMonth, cells: space.cells.count) }
    for rule in caseloads { rule.form.run(rule: rule.header, world: world) }
    pay(world)
    let funding = FundingStage(model: self, world: world)
    return Projection(
      model: self, world: world, tiers: funding.tiers, unspent: funding.unspent, issued: funding.issued)
  }

  func makeWorld(_ perturbation: Perturbation?) -> World {
    let indicators = Indicators(
      table: table, tree: space.tree, growth: growth, supplied: standIns, perturbation: perturbation)
    let world = World(
      space: space, horizon: scenario.horizon, indicators: indicators, slots: termSlots)
    world.units = UnitTable(units)
    for rule in caseloads { world.forms[rule.header.id] = rule.form }
    for rule in payments { world.forms[rule.header.id] = rule.form }
    world.programmeOfRule = payments.map(\.form.programme)
    let read = Set(payments.flatMap(\.form.reads))
    world.payouts = Payouts(
      isWanted: world.programmeOfRule.map(read.contains), leaves: space.leaves.count,
      months: scenario.horizon.count)
    return world
  }

  private func pay(_ world: World) {
    for (position, rule) in payments.enumerated() {
      rule.form.pay(rule: rule.header, position: position, world: world, calendar: scenario.calendar)
    }
  }
}
