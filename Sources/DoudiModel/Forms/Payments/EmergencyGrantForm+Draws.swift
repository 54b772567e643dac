import DoudiTape
import DoudiUnits

/// The grants over uncertain inputs.
extension EmergencyGrantForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    let cell = world.whole
    let place = world.central.space.sibling(of: cell, in: area) ?? cell
    for month in world.horizon.months {
      guard let standard = world.amount(amount, place, month) else { continue }
      let count = Double(Int(world.fixed(months, cell, month).floor))
      let cny = world.number(applicants, cell, month) * (standard * count)
      world.pay(position, cny, paid: month)
      if world.flag(offset, cell, month) { world.pay(position, -cny, paid: month.advanced(by: 1)) }
    }
  }
}
