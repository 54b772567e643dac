import DoudiTape
import DoudiUnits

/// The cap over uncertain inputs, where its denominator is the run's own spending.
///
///     slack = rate x spending of the denominator - spending of the numerator      CNY
extension CapForm {
  func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? {
    guard let denominator else { return nil }
    let share = world.share(rate, world.whole, Month(year: year, month: 12))
    return share * world.spent(on: denominator, year: year) - world.spent(on: numerator, year: year)
  }
}
