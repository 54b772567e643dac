import DoudiTape
import DoudiUnits

/// The advance over uncertain inputs.
extension AdvanceForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    let cell = world.whole
    for month in world.horizon.months where month.month == outMonth {
      let cny = world.number(amount, cell, month)
      world.pay(position, cny, paid: month)
      world.pay(
        position, -cny, paid: month.advanced(by: Int(world.fixed(backAfter, cell, month).floor)))
    }
  }
}
