import DoudiTape
import DoudiUnits

/// The multiple over uncertain inputs.
extension MultipleForm {
  func drawn(
    at month: Month, previous: [TapeValue?]?, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?] {
    world.people.map { cell in
      let years = lag.map { Int(world.fixed($0, cell, month).floor) } ?? 0
      let at = max(month.advanced(by: -12 * years), world.central.firstAmountMonth)
      let place = area.flatMap { world.central.space.sibling(of: cell, in: $0) } ?? cell
      guard let base = world.amount(base, place, at) else { return nil }
      var result = world.number(times, cell, month) * base
      if let guideline { result = TapeValue.max(result, world.number(guideline, cell, month)) }
      if let step { result = TapeValue.roundUp(result, toStep: world.number(step, cell, month)) }
      return result
    }
  }
}
