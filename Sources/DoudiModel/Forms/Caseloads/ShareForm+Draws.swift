import DoudiTape
import DoudiUnits

/// The share over uncertain inputs.
extension ShareForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    world.set(
      group: gives[0],
      world.central.groupMonths.map { month in
        world.people.map { drawnBase($0, month, world) * world.share(rate, $0, month) }
      })
  }

  private func drawnBase(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    if let group { return world.persons(group, cell, month) }
    guard let indicator else { return world.tape.literal(0) }
    return world.countNear(indicator, cell, year: month.year, unit: Units.persons)
  }
}
