import DoudiUnits

extension GrantForm {
  /// Cases, which a year adds up.
  var volumeKind: VolumeKind { .cases }

  /// Cases x mean grant. A line that is a part of a month's grants (large ones, instalments) stands for
  /// that part of its cases, wherever the year it was decided in ends.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    let cell = Int(line.cell)
    func mean(_ month: Month) -> Double {
      let parts = amounts(cell, month, world)
      return (parts.below + parts.above).double
    }
    let own = world.groups[events].persons(cell, line.entitled) * mean(line.entitled)
    guard own > 0 else { return nil }
    let part = Double(line.fen) / 100 / own
    let cases = world.groups[events].persons(cell, month) * part
    return LineFactors(volume: cases, base: cases * mean(month), ratio: 1)
  }
}

extension ContributionSubsidyForm {
  /// Persons x premium x share paid; a fixed sum has no share.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    let cell = Int(line.cell)
    let persons = world.groups[group].persons(cell, month)
    let paid = rate(cell, month, world).value.double
    guard share != nil else { return LineFactors(volume: persons, base: persons * paid, ratio: 1) }
    let full = world.figure(premium, cell, month).value.double
    return LineFactors(volume: persons, base: persons * full, ratio: full > 0 ? paid / full : 1)
  }
}

extension NormForm {
  /// Posts, month by month.
  var volumeKind: VolumeKind { .posts }

  /// Posts x cost x share borne.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    guard line.paid.year == line.entitled.year else { return nil }
    let cell = Int(line.cell)
    let posts = posts(cell, month, world).value.double
    let (full, borne) = (world.figure(cost, cell, month).value.double, rate(cell, month, world).value.double)
    return LineFactors(volume: posts, base: posts * full, ratio: full > 0 ? borne / full : 1)
  }
}

extension PhaseOutPaymentForm {
  /// Persons in phase-out x the last benefit each was paid x the part of it still paid.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    guard line.paid.year == line.entitled.year, let (phaseOut, payment) = world.linkedForms(self) else {
      return nil
    }
    let cell = Int(line.cell)
    var (persons, base, paid) = (0.0, 0.0, 0.0)
    for cohort in phaseOut.cohorts(cell, month, world) where cohort.persons > 0 {
      let last = cohort.left.advanced(by: -1)
      guard let standard = world.payable(payment.amount, cell, max(last, world.firstAmountMonth)) else {
        continue
      }
      let benefit = cohort.persons * payment.benefit(standard, cell, last, world).value.double
      persons += cohort.persons
      base += benefit
      paid += benefit * cohort.step.double
    }
    return LineFactors(volume: persons, base: base, ratio: base > 0 ? paid / base : 1)
  }
}

extension World {
  /// The two rules that a phase-out payment continues; nil where one is missing, which the payment itself
  /// has reported.
  fileprivate func linkedForms(_ form: PhaseOutPaymentForm) -> (PhaseOutForm, GapPaymentForm)? {
    guard let phaseOut = forms[form.phaseOutRule] as? PhaseOutForm,
      let payment = forms[form.paymentRule] as? GapPaymentForm
    else { return nil }
    return (phaseOut, payment)
  }
}
