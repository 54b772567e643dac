import DoudiTape
import DoudiUnits

/// The cost of posts over uncertain inputs.
extension NormForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    let cell = world.whole
    for month in world.horizon.months {
      if let existing, world.flag(existing, cell, month) { continue }
      var cny = drawnPosts(cell, month, world) * world.number(cost, cell, month)
      if let costShare { cny = cny * world.share(costShare, cell, month) }
      world.pay(position, cny, paid: calendar.payment(for: month))
    }
  }

  private func drawnPosts(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    if let sizes, let count = sizeCount(cell, month, world.central) {
      let sides = count.sides(world.flag(sizes.at, cell, month))
      return world.number(sizes.below, cell, month) * Double(sides.below)
        + world.number(sizes.above, cell, month) * Double(sides.above)
    }
    let units = world.indicator(self.units, cell, year: month.year, unit: Units.count)
    guard let sizes else {
      return single.map { units * world.number($0, cell, month) } ?? world.tape.literal(0)
    }
    let (low, high) = (world.number(sizes.below, cell, month), world.number(sizes.above, cell, month))
    return units * (low + (high - low) * world.share(sizes.share, cell, month))
  }
}
