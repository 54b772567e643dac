import DoudiTape
import DoudiUnits

/// The events over uncertain inputs.
extension IncidenceForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    world.set(
      group: gives[0],
      world.central.groupMonths.map { month in
        world.people.map { cell in
          guard months.contains(month.month) else { return world.tape.literal(0) }
          let people = world.countNear(population, cell, year: month.year, unit: Units.persons)
          return world.share(rate, cell, month) * people / Double(months.count)
        }
      })
  }
}
