import DoudiTape
import DoudiUnits

/// The payment over uncertain inputs.
extension GapPaymentForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    DrawnPerHead(
      position: position, world: world, calendar: calendar, amount: amount, group: group,
      benefit: { drawnBenefit($0, $1, $2, world) }
    ).run()
  }

  /// Benefit per person out of a standard.
  func drawnBenefit(_ standard: TapeValue, _ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    let part = world.share(ratio, cell, month)
    guard let minimum else { return standard * part }
    return standard * TapeValue.max(part, world.share(minimum, cell, month))
  }
}
