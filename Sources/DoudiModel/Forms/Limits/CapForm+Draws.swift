import DoudiInputs
import DoudiTape
import DoudiUnits

/// The cap over uncertain inputs.
///
///     slack = rate x base - spending of the numerator      CNY
///     base  = spending of the denominator, money issued, or what the tiers pay; as in the official run
extension CapForm {
  var drawnSlackUnit: (unit: Measure, parent: DrawOutput.Parent)? { (Units.cny, .sum) }

  /// A parent's slack is the sum of its leaves' where one rate holds for all and the base is a sum. Where
  /// money is issued to some regions, a parent counts that alone.
  func slackSumsUp(_ funding: [FundRule], _ inputs: [UncertainInput]) -> Bool {
    let isIssued = funding.contains { if case .transfers = $0 { true } else { false } }
    let isCommon = rate.branches.allSatisfy { $0.region == nil && $0.indicator == nil }
    return isCommon && (denominator != nil || !isIssued)
      && !inputs.contains { $0.name == rate.name && !$0.regions.isEmpty }
  }

  func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? {
    drawnSlack(year, of: world.central.space.cells[world.whole].region, rule: rule, world: world)
  }

  func drawnSlack(
    _ year: Int, of node: RegionCode, rule: RuleHeader, world: DrawWorld
  ) -> TapeValue? {
    let tree = world.central.space.tree
    guard let first = tree.leaves(under: node).first?.code,
      let whole = world.central.space.index(region: first, area: .all)
    else { return nil }
    let share = world.share(rate, whole, Month(year: year, month: 12))
    let spent = world.spent(on: numerator, year: year)
    if let denominator { return share * world.spent(on: denominator, year: year) - spent }
    let listed = Self.listed(world.funding.issued, tiers, under: node, year: year, tree)
    guard listed.isEmpty else {
      // The whole sum stands on one leaf: leaves add up to it.
      let sum = listed.values.reduce(Money.zero, +)
      let isFirst = first == world.central.space.cells[world.whole].region
      return isFirst ? share * (Double(sum.fen) / 100) - spent : -spent
    }
    return world.funding.paid(by: tiers, year: year, world).map { share * $0 - spent }
  }
}
