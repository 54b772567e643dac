import DoudiInputs
import DoudiTape
import DoudiUnits

/// The floor over uncertain inputs: the least slack over the months and areas of the year.
extension FloorForm {
  var drawnSlackUnit: (unit: Measure, parent: DrawOutput.Parent)? { (Units.monthly, .least) }

  func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? {
    let months = world.horizon.months.filter { $0.year == year }
    let slacks = world.people.flatMap { cell in months.compactMap { drawnSlack(cell, $0, world) } }
    guard let first = slacks.first else { return nil }
    return slacks.dropFirst().reduce(first) { TapeValue.min($0, $1) }
  }

  private func drawnSlack(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue? {
    guard let value = world.amount(amount, cell, month) else { return nil }
    if let fixed { return value - world.number(fixed, cell, month) }
    guard let multiple else { return nil }
    let place = multiple.area.flatMap { world.central.space.sibling(of: cell, in: $0) } ?? cell
    return world.amount(multiple.of, place, month).map {
      value - world.number(multiple.times, cell, month) * $0
    }
  }
}
