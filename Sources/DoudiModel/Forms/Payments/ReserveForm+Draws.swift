import DoudiTape
import DoudiUnits

/// The balance over uncertain inputs.
extension ReserveForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    let (cell, rules) = (world.whole, world.central.rules(of: programme))
    let units = drawnUnits(cell, world)
    var balance = world.number(start, cell, world.horizon.first) * units
    for (offset, month) in world.horizon.months.enumerated() {
      if month.month == refillMonth {
        let topUp = TapeValue.max(world.number(rate, cell, month) * units - balance, 0)
        balance = balance + topUp
        book(topUp, month, position, world)
      }
      let paid = rules.reduce(world.tape.literal(0)) { $0 + world.money.paid($1, month: offset) }
      let wanted = world.share(drawShare, cell, month) * paid
      let drawn = TapeValue.max(TapeValue.min(wanted, balance), 0)
      balance = balance - drawn
      book(-drawn, month, position, world)
    }
  }

  /// Tested on the newest published count, which no growth moves.
  private func drawnUnits(_ cell: Int, _ world: DrawWorld) -> TapeValue {
    guard published(cell, world.central).isEmpty else {
      return world.tape.figure(units(cell, world.central).value.double)
    }
    return world.indicator(per, cell, year: world.horizon.first.year, unit: unit)
  }

  private func book(_ cny: TapeValue, _ month: Month, _ position: Int, _ world: DrawWorld) {
    guard inside == nil else { return }
    world.pay(position, cny, paid: month, isReserve: true)
  }
}
