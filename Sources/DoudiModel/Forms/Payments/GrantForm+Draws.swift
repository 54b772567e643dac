import DoudiTape
import DoudiUnits

/// The grants over uncertain inputs; which level decides moves no money.
extension GrantForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    for cell in world.people {
      let first = world.horizon.first
      let longest = drawnParts(cell, first, world)
      let before = min(longest - 1, first.months(since: world.central.firstGroupMonth))
      for offset in -before..<world.horizon.count {
        pay(cell, first.advanced(by: offset), position, world, calendar)
      }
    }
  }

  private func pay(
    _ cell: Int, _ month: Month, _ position: Int, _ world: DrawWorld, _ calendar: PaymentCalendar
  ) {
    let count = world.persons(events, cell, month)
    let parts = drawnParts(cell, month, world)
    let mean = world.number(average, cell, month)
    guard let split else { return spread(count * mean, parts, month, position, world, calendar) }
    let above = world.share(split.cases, cell, month) * world.number(split.average, cell, month)
    world.pay(position, count * (mean - above), paid: calendar.payment(for: month))
    spread(count * above, parts, month, position, world, calendar)
  }

  private func spread(
    _ cny: TapeValue, _ parts: Int, _ month: Month, _ position: Int, _ world: DrawWorld,
    _ calendar: PaymentCalendar
  ) {
    for index in 0..<parts {
      world.pay(position, cny / Double(parts), paid: calendar.payment(for: month.advanced(by: index)))
    }
  }

  private func drawnParts(_ cell: Int, _ month: Month, _ world: DrawWorld) -> Int {
    instalments.map { max(1, min(60, Int(world.fixed($0, cell, month).floor))) } ?? 1
  }
}
