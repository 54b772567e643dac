import DoudiTape
import DoudiUnits

/// The falling benefit over uncertain inputs.
extension PhaseOutPaymentForm {
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar) {
    guard let phaseOut = world.central.forms[phaseOutRule] as? PhaseOutForm,
      let payment = world.central.forms[paymentRule] as? GapPaymentForm
    else { return }
    for month in world.horizon.months {
      for cell in world.people {
        let sum = phaseOut.drawnCohorts(cell, month, world).reduce(world.tape.literal(0)) { sum, cohort in
          guard let benefit = last(cohort, payment, cell, world) else { return sum }
          return sum + cohort.persons * (benefit * cohort.step)
        }
        world.pay(position, sum, paid: calendar.payment(for: month))
      }
    }
  }

  /// The benefit of the month before leaving.
  private func last(
    _ cohort: PhaseOutForm.DrawnCohort, _ payment: GapPaymentForm, _ cell: Int, _ world: DrawWorld
  ) -> TapeValue? {
    let month = cohort.left.advanced(by: -1)
    return world.payable(payment.amount, cell, max(month, world.central.firstAmountMonth)).map {
      payment.drawnBenefit($0, cell, month, world)
    }
  }
}
