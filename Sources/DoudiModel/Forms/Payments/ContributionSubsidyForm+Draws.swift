import DoudiTape
import DoudiUnits

/// The contribution over uncertain inputs.
extension ContributionSubsidyForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    for month in world.horizon.months where month.month == self.month {
      for cell in world.people {
        world.pay(
          position, world.persons(group, cell, month) * drawnRate(cell, month, world), paid: month)
      }
    }
  }

  private func drawnRate(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    let full = world.number(premium, cell, month)
    if let fixed { return TapeValue.min(world.number(fixed, cell, month), full) }
    return share.map { full * world.share($0, cell, month) } ?? full
  }
}
