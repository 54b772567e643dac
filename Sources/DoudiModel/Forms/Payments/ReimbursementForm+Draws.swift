import DoudiTape
import DoudiUnits

/// The cascade over uncertain inputs.
extension ReimbursementForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    guard !isCircular(world.central) else { return }
    for month in world.horizon.months {
      for cell in world.people {
        let cny = world.persons(events, cell, month) * drawnAid(cell, month, world)
        world.pay(position, cny, paid: calendar.payment(for: month))
      }
    }
  }

  private func drawnLeft(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    switch before {
    case .insurance(let cost, let share):
      return world.number(cost, cell, month) * (1 - world.share(share, cell, month))
    case .rule:
      guard let earlier = earlier(world.central) else { return world.tape.literal(0) }
      return earlier.drawnLeft(cell, month, world) - earlier.drawnAid(cell, month, world)
    }
  }

  private func drawnAid(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    var left = drawnLeft(cell, month, world)
    if let deductible { left = left - world.number(deductible, cell, month) }
    let aid = TapeValue.max(left, 0) * world.share(ratio, cell, month)
    return ceiling.map { TapeValue.min(aid, world.number($0, cell, month)) } ?? aid
  }
}
