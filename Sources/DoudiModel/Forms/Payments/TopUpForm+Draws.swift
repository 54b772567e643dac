import DoudiTape
import DoudiUnits

/// The addition over uncertain inputs.
extension TopUpForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    DrawnPerHead(
      position: position, world: world, calendar: calendar, amount: amount, group: group, part: category,
      benefit: { standard, cell, month in standard * world.share(rate, cell, month) }
    ).run()
  }
}
