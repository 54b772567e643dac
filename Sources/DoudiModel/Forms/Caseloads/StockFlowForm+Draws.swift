import DoudiTape
import DoudiUnits

/// The stock over uncertain inputs.
extension StockFlowForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    let central = world.central
    let months = central.groupMonths
    let columns = world.people.map { cell -> (persons: [TapeValue], exits: [TapeValue]) in
      guard let start = central.starts[rule.id]?[cell] else {
        let zeros = months.map { _ in world.tape.literal(0) }
        return (zeros, zeros)
      }
      return course(cell, from: start, months, world)
    }
    world.set(
      group: gives[0], months.indices.map { month in columns.map { $0.persons[month] } },
      exits: months.indices.map { month in columns.map { $0.exits[month] } })
  }

  private func course(
    _ cell: Int, from start: StartingCount, _ months: [Month], _ world: DrawWorld
  ) -> (persons: [TapeValue], exits: [TapeValue]) {
    var stock = world.startingPersons(start, cell, key: spreadBy)
    var (persons, exits): ([TapeValue], [TapeValue]) = ([], [])
    var month = min(months[0], start.month.advanced(by: 1))
    while month <= months[months.count - 1] {
      let rate = world.share(exit, cell, month)
      let left = stock * rate
      // Before the count as many come in as leave.
      if start.month < month { stock = stock * (1 - rate) + entries(cell, month, world) }
      if month >= months[0] {
        persons.append(stock)
        exits.append(left)
      }
      month = month.advanced(by: 1)
    }
    return (persons, exits)
  }

  private func entries(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    let people = world.countNear(atRisk, cell, year: month.year, unit: Units.persons)
    let inflow = world.share(entry, cell, month) * people
    guard let response = response(cell, month, world) else { return inflow }
    return inflow * response
  }

  /// (S / S_ref)^eps; nil where it is 1.
  private func response(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue? {
    let power = world.number(elasticity, cell, month)
    guard power.constantValue != 0, let standard, month >= world.horizon.first,
      let now = world.amount(standard, cell, month),
      let reference = world.amount(standard, cell, world.horizon.first.advanced(by: -1))
    else { return nil }
    return TapeValue.pow(now / reference, power)
  }
}

extension DrawWorld {
  /// The count from which a stock starts, with an area's share and a key of the spreading that are drawn.
  func startingPersons(_ start: StartingCount, _ cell: Int, key: String?) -> TapeValue {
    guard let spread = start.spread else { return tape.figure(start.persons) }
    let weight = key.flatMap { drawnWeight($0, spread.node, cell, start.observation.period.lastMonth.year) }
    let area = spread.area.flatMap { isMoved($0, cell) ? $0 : nil }
    guard area != nil || weight != nil else { return tape.figure(start.persons) }
    let month = central.horizon.first.advanced(by: -1)
    let part = weight ?? tape.figure(spread.weight.own / spread.weight.whole)
    let count = tape.figure(central.countOf(start.observation)) * part
    guard let term = spread.area else { return count }
    return share(term, cell, month) * count
  }

  /// A cell's part of the key's sum over a node's leaves; nil where draws move all leaves alike.
  private func drawnWeight(_ key: String, _ node: RegionCode, _ cell: Int, _ year: Int) -> TapeValue? {
    let place = central.space.cells[cell]
    guard node != place.region, movedIndicators.contains(key),
      inputs.contains(where: { $0.indicator == key && !$0.regions.isEmpty })
    else { return nil }
    let cells = central.space.tree.leaves(under: node).compactMap {
      central.space.index(region: $0.code, area: place.area)
    }
    let whole = cells.reduce(tape.literal(0)) { $0 + countNear(key, $1, year: year, unit: Units.persons) }
    return countNear(key, cell, year: year, unit: Units.persons) / whole
  }
}
