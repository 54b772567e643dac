import DoudiInputs
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
        let floor = world.number(rate, cell, month) * units
        let topUp = TapeValue.max(floor - balance, 0)
        world.reserveTests[rule.id, default: [:]][month.year] = balance - floor
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

  var drawnSlackUnit: (unit: Measure, parent: DrawOutput.Parent)? { (Units.cny, .sum) }

  /// What the balance has above the floor once it is topped up; nil in years without a test.
  func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? {
    tested(year, rule, world).map { TapeValue.max($0, 0) }
  }

  /// What fills it up to the floor; nil in years without a test.
  func drawnRefill(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? {
    tested(year, rule, world).map { TapeValue.max(-$0, 0) }
  }

  /// The balance above the floor before the refill.
  private func tested(_ year: Int, _ rule: RuleHeader, _ world: DrawWorld) -> TapeValue? {
    if let own = world.reserveTests[rule.id] { return own[year] }
    let seen = world.central.reserves[rule.id]?.first { $0.leaf == world.leaf && $0.year == year }
    return seen.map { world.tape.figure(Double(($0.before - $0.floor).fen) / 100) }
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
