import DoudiInputs
import DoudiUnits

/// Pays leavers a falling part of the last benefit they were paid.
///
///     pay(m) = round( sum over cohorts c of  persons_c(m) x benefit_c x step_c )
///
/// benefit_c: the benefit per head of the named gap payment in the month before leaving,
/// not today's, so a later rise does not reach people in their phase-out.
struct PhaseOutPaymentForm: PaymentForm {
  static let name = "phase_out_payment"
  static let summary = Bilingual(zh: "渐退期补助", en: "a falling part of the last benefit paid")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("phase_out", .rule, zh: "渐退规则", en: "the phase-out rule"),
    .required("of_payment", .rule, zh: "原补助规则", en: "the gap payment that went before"),
  ]

  let programme: Int
  /// Identifiers of the two rules, linked when all rules are bound.
  let phaseOutRule: String
  /// The gap payment's identifier.
  let paymentRule: String

  init?(_ reader: FormReader) {
    guard let programme = reader.programme(),
      let phaseOut = reader.rule("phase_out", form: PhaseOutForm.name),
      let payment = reader.rule("of_payment", form: GapPaymentForm.name)
    else { return nil }
    (self.programme, phaseOutRule, paymentRule) = (programme, phaseOut, payment)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    guard let (phaseOut, payment) = linked(rule, world) else { return }
    for month in world.horizon.months {
      for cell in world.space.people {
        let (sum, status) = benefits(cell, month, phaseOut, payment, world)
        world.line(
          rule: rule, position: position, cell: cell, entitled: month,
          paid: calendar.payment(for: month), type: .phaseOut, status: status,
          money: Money(persons: sum, rate: .one))
      }
    }
  }

  private func linked(_ rule: RuleHeader, _ world: World) -> (PhaseOutForm, GapPaymentForm)? {
    guard let phaseOut = world.forms[phaseOutRule] as? PhaseOutForm,
      let payment = world.forms[paymentRule] as? GapPaymentForm
    else {
      world.fault(
        rule: rule, zh: "phase_out须指向渐退规则，of_payment须指向差额补助规则",
        en: "phase_out must name a phase_out rule and of_payment a gap_payment rule")
      return nil
    }
    return (phaseOut, payment)
  }

  private func benefits(
    _ cell: Int, _ month: Month, _ phaseOut: PhaseOutForm, _ payment: GapPaymentForm, _ world: World
  ) -> (Double, Status) {
    var sum = 0.0
    var status = world.groups[phaseOut.gives[0]].status[cell]
    for cohort in phaseOut.cohorts(cell, month, world) where cohort.persons > 0 {
      let last = cohort.left.advanced(by: -1)
      let standard = world.payable(payment.amount, cell, max(last, world.firstAmountMonth))
      guard let standard else { continue }
      let benefit = payment.benefit(standard, cell, last, world)
      sum += cohort.persons * (benefit.value * cohort.step).double
      status = max(status, benefit.status)
    }
    return (sum, status)
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, world) = (Int(line.cell), tracer.world)
    guard let (phaseOut, payment) = linked(rule, world) else {
      return line.trace(rule, formula: "", children: [])
    }
    let parts = phaseOut.cohorts(cell, line.entitled, world).filter { $0.persons > 0 }.map { cohort in
      let last = max(cohort.left.advanced(by: -1), world.firstAmountMonth)
      let standard = world.payable(payment.amount, cell, last) ?? Figure(.zero, .assumed)
      let benefit = payment.benefit(standard, cell, last, world)
      return "\(cohort.persons) x \(benefit.value) x \(cohort.step)"
    }
    return line.trace(
      rule, formula: parts.joined(separator: " + "),
      children: [tracer.group(phaseOut.gives[0], cell, line.entitled)])
  }
}
