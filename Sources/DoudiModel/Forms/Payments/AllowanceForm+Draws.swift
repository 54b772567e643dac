import DoudiTape
import DoudiUnits

/// The allowance over uncertain inputs.
extension AllowanceForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    DrawnPerHead(
      position: position, world: world, calendar: calendar, amount: amount, group: group,
      benefit: { standard, _, _ in standard }
    ).run()
  }
}
