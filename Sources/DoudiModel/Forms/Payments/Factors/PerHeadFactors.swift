import DoudiUnits

extension World {
  /// Persons and amount behind a line that pays a standard per head.
  ///
  /// Back pay counts nobody again: it raises the year's price of persons already counted. What is owed for
  /// another fiscal year than the one it is paid in is no product of this year's figures.
  func perHeadFactors(
    _ line: LedgerLine, _ month: Month, amount: Int, group: Int, part: Term? = nil, ratio: Rational
  ) -> LineFactors? {
    guard line.paid.year == line.entitled.year else { return nil }
    let cell = Int(line.cell)
    let share = part.map { self.share($0, cell, month).value.double } ?? 1
    let persons = groups[group].persons(cell, month) * share
    let paid = payable(amount, cell, month)?.value ?? .zero
    guard line.type == .backPay else {
      return LineFactors(volume: persons, base: persons * paid.double, ratio: ratio.double)
    }
    let owed = amounts[amount].figure(cell, month)?.value ?? .zero
    return LineFactors(volume: 0, base: persons * (owed - paid).double, ratio: ratio.double)
  }
}

extension GapPaymentForm {
  /// Persons x standard x benefit-to-standard ratio.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    world.perHeadFactors(
      line, month, amount: amount, group: group,
      ratio: benefit(Figure(.one, .stated), Int(line.cell), month, world).value)
  }
}

extension AllowanceForm {
  /// Persons x standard.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    world.perHeadFactors(line, month, amount: amount, group: group, ratio: .one)
  }
}

extension TopUpForm {
  /// Persons of the category x standard x share of the standard that is added.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? {
    world.perHeadFactors(
      line, month, amount: amount, group: group, part: category,
      ratio: world.share(rate, Int(line.cell), month).value)
  }
}
