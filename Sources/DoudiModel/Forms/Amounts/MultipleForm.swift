import DoudiInputs
import DoudiUnits

/// A multiple of another amount.
///
///     T(m) = up( max( times x A(m - 12 lag), guideline ) )
///
/// A is taken in the cell's own area unless `area` names one; the guideline comes first,
/// the multiple is what it may not fall below.
struct MultipleForm: AmountForm {
  static let name = "multiple"
  static let summary = Bilingual(zh: "另一标准的倍数", en: "a multiple of another amount")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "标准代号", en: "identifier of the amount"),
    .required(
      "unit", .keyword(["CNY/person/month", "CNY/person/year"]), zh: "标准的计价单位",
      en: "unit in which the amount is stated"),
    .required("of", .amount, zh: "基数标准", en: "amount that is multiplied"),
    .required("times", .term(unit: "1"), zh: "倍数", en: "factor"),
    .optional("area", .keyword(["own", "urban", "rural"]), zh: "基数取哪一地域", en: "area of the base"),
    .optional("lag", .term(unit: "years"), zh: "滞后年数", en: "years back"),
    .optional("guideline", .term(unit: "CNY/person/month"), zh: "上级指导标准", en: "guideline from above"),
    .optional("step", .term(unit: "CNY/person/month"), zh: "进位单位", en: "rounded up to a multiple of"),
  ]

  let base: Int
  let times: Term
  let area: Area?
  let lag: Term?
  let guideline: Term?
  let step: Term?

  init?(_ reader: FormReader) {
    let (base, times) = (reader.amount("of"), reader.term("times", unit: "1"))
    area = reader.area("area")
    lag = reader.optionalTerm("lag", unit: "years")
    guideline = reader.optionalTerm("guideline", unit: "CNY/person/month")
    step = reader.optionalTerm("step", unit: "CNY/person/month")
    guard let base, let times else { return nil }
    (self.base, self.times) = (base, times)
  }

  func isRevised(at month: Month, world: World) -> Bool {
    let terms = [times, guideline, step].compactMap { $0 }
    guard lag == nil, terms.allSatisfy(\.isUniform) else { return true }
    return world.amounts[base].isRevised(at: month)
  }

  func backPayWindow(base: (Int) -> BackPayWindow?) -> BackPayWindow? {
    lag == nil ? base(self.base) : nil
  }

  func column(
    at month: Month, previous: [Figure?]?, rule: RuleHeader, world: World
  ) -> [Figure?] {
    world.peopleColumn { amount($0, month, world) }
  }

  private func amount(_ cell: Int, _ month: Month, _ world: World) -> Figure? {
    let lagYears = lag.map { Int(world.figure($0, cell, month).value.floor) } ?? 0
    // The year before the first computed one is taken as that first year's.
    let at = max(month.advanced(by: -12 * lagYears), world.firstAmountMonth)
    guard let base = world.amount(base, cell, area: area, at) else { return nil }
    let factor = world.figure(times, cell, month)
    var result = Figure(factor.value * base.value, max(factor.status, base.status))
    if let guideline = guideline.map({ world.figure($0, cell, month) }) {
      result = Figure(max(result.value, guideline.value), max(result.status, guideline.status))
    }
    if let step = step.map({ world.figure($0, cell, month) }) {
      result = Figure(result.value.roundedUp(toStep: step.value), max(result.status, step.status))
    }
    return result
  }

  func guide(_ cell: Int, at month: Month, world: World) -> RuleGuide? {
    guideline.map { .term($0, month) }
  }

  func trace(_ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let world = tracer.world
    let figure = amount(cell, month, world) ?? Figure(.zero, .assumed)
    let lagYears = lag.map { Int(world.figure($0, cell, month).value.floor) } ?? 0
    let at = max(month.advanced(by: -12 * lagYears), world.firstAmountMonth)
    let place = area.flatMap { world.space.sibling(of: cell, in: $0) } ?? cell
    let baseFigure = world.amounts[base].figure(place, at) ?? Figure(.zero, .assumed)
    var formula = "\(world.figure(times, cell, month).value) x \(baseFigure.value)"
    if let guideline { formula = "max(\(formula), \(world.figure(guideline, cell, month).value))" }
    if let step { formula = "up(\(formula), \(world.figure(step, cell, month).value))" }
    let terms = [times, lag, guideline, step].compactMap { $0 }.map { tracer.term($0, cell, month) }
    return TraceNode(
      title: rule.name, formula: formula, value: figure.value.shortText(), unit: "CNY/person/month",
      status: figure.status, citation: rule.citation,
      children: terms + [tracer.amount(base, place, at)])
  }
}
