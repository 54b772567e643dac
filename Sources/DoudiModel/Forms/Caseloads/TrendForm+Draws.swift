import DoudiTape
import DoudiUnits

/// The trend over uncertain inputs: the fit is fixed, what is added to it may be drawn.
extension TrendForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    let central = world.central
    let months = central.groupMonths
    let fitted = world.people.map { fittedCourse($0, months, central) }
    var columns: [(persons: [TapeValue], exits: [TapeValue])] = []
    for (place, cell) in world.people.enumerated() {
      columns.append(course(cell, fitted[place], rule, months, world))
    }
    world.set(
      group: gives[0], months.indices.map { month in columns.map { $0.persons[month] } },
      exits: exit.map { _ in months.indices.map { month in columns.map { $0.exits[month] } } })
  }

  /// What the central run gives, month by month, beginning with the month before the first.
  private func fittedCourse(_ cell: Int, _ months: [Month], _ central: World) -> [Double] {
    months.map { central.groups[gives[0]].persons(cell, $0) }
  }

  /// The central course times what the tilt makes of it: e^(sum of the months' differences).
  private func course(
    _ cell: Int, _ fitted: [Double], _ rule: RuleHeader, _ months: [Month], _ world: DrawWorld
  ) -> (persons: [TapeValue], exits: [TapeValue]) {
    let start = world.central.starts[rule.id]?[cell]?.month ?? months[months.count - 1]
    var sum = world.tape.literal(0)
    var before: TapeValue?
    var (persons, exits): ([TapeValue], [TapeValue]) = ([], [])
    var month = min(months[0], start.advanced(by: 1))
    while month <= months[months.count - 1] {
      if let tilt, start < month, world.isMoved(tilt, cell) {
        let own = world.central.share(tilt, cell, month).value.double
        sum = sum + (world.share(tilt, cell, month) - own) / 12
      }
      let offset = month.months(since: months[0])
      if offset >= 0 {
        let stock = world.tape.figure(fitted[offset]) * TapeValue.exp(sum)
        persons.append(stock)
        exits.append(leaving(cell, month, stock, before ?? stock, world))
        before = stock
      }
      month = month.advanced(by: 1)
    }
    return (persons, exits)
  }

  private func leaving(
    _ cell: Int, _ month: Month, _ stock: TapeValue, _ before: TapeValue, _ world: DrawWorld
  ) -> TapeValue {
    guard let exit else { return world.tape.literal(0) }
    return TapeValue.max(world.share(exit, cell, month) * before, before - stock)
  }
}
