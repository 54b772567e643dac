import DoudiTape
import DoudiUnits

/// The division over uncertain inputs.
extension InstitutionalRateForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    let months = world.central.groupMonths
    let columns = months.map { month in world.people.map { split($0, month, world) } }
    world.set(group: gives[0], columns.map { $0.map(\.inside) })
    world.set(group: gives[1], columns.map { $0.map(\.outside) })
    let first = world.central.firstGroupMonth
    world.rates[rule.id] = (
      DrawnColumns(first: first, columns.map { $0.map(\.steered) }),
      DrawnColumns(first: first, columns.map { $0.map(\.cared) })
    )
  }

  private struct Split {
    let inside: TapeValue
    let outside: TapeValue
    let steered: TapeValue
    let cared: TapeValue
  }

  private func split(_ cell: Int, _ month: Month, _ world: DrawWorld) -> Split {
    let persons = world.persons(group, cell, month)
    let cared = persons * world.share(nonSelfCaring, cell, month)
    let steered = cared * drawnRate(cell, month, world)
    let inside = steered + (persons - cared) * world.share(othersRate, cell, month)
    return Split(inside: inside, outside: persons - inside, steered: steered, cared: cared)
  }

  private func drawnRate(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    let start = world.share(startRate, cell, month)
    let target = world.share(targetRate, cell, month)
    let base = world.horizon.first.advanced(by: -1)
    let end = Month(year: Int(world.fixed(by, cell, month).floor), month: 12)
    guard month > base else { return start }
    guard month < end else { return target }
    return start + (target - start) * (Double(month.months(since: base)) / Double(end.months(since: base)))
  }
}
