import DoudiTape
import DoudiUnits

/// The subsidy over uncertain inputs; prices themselves may be uncertain through their stand-ins.
extension PriceSubsidyForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    for month in world.horizon.months {
      for cell in world.people {
        guard let standard = world.amount(amount, cell, month) else { continue }
        let rise = drawnRise(cell, month, world)
        if let rise = rise.constantValue, rise == 0 { continue }
        let each = drawnEach(standard, rise, cell, month, world)
        let persons = groups.reduce(world.tape.literal(0)) { $0 + world.persons($1, cell, month) }
        world.pay(position, persons * each, paid: calendar.payment(for: month))
      }
    }
  }

  /// Growth of the index that triggered, 0 in a quiet month.
  private func drawnRise(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    let (all, food) = (
      world.monthlyIndicator(cpi, cell, month), world.monthlyIndicator(foodCPI, cell, month)
    )
    let (low, lowFood) = (world.share(trigger, cell, month), world.share(foodTrigger, cell, month))
    let none = world.tape.literal(0)
    let rise = TapeValue.select(all >= low, then: all, else: none)
    return TapeValue.max(rise, TapeValue.select(food >= lowFood, then: food, else: none))
  }

  private func drawnEach(
    _ standard: TapeValue, _ rise: TapeValue, _ cell: Int, _ month: Month, _ world: DrawWorld
  ) -> TapeValue {
    var each = standard * rise
    if let rounding {
      let step = world.number(rounding, cell, month)
      each = TapeValue.floor(each / step + 0.5) * step
    }
    if let minimum { each = TapeValue.max(each, world.number(minimum, cell, month)) }
    // Nothing at all in a quiet month, whatever the least subsidy is.
    return TapeValue.select(rise > 0, then: each, else: world.tape.literal(0))
  }
}

extension DrawWorld {
  /// An indicator of one month as a fraction, its stand-in drawn where it is uncertain.
  func monthlyIndicator(_ name: String, _ cell: Int, _ month: Month) -> TapeValue {
    let figure = tape.figure(central.monthlyIndicator(name, cell, month).value.double)
    let area = central.space.cells[cell].area
    guard movedIndicators.contains(name), !central.indicators.isObserved(name),
      let term = central.indicators.suppliedTerm(name, area: area)
    else { return figure }
    return share(term, cell, month)
  }
}
