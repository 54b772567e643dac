import DoudiInputs
import DoudiUnits

/// The gap between income and a standard, paid per head.
///
///     pay(m) = round( N(m) x S(m) x max(ratio, minimum) )
///
/// ratio: the benefit-to-standard ratio, calibrated to what is paid (pure income gaps give
/// far less); minimum: the least share of S that is paid. A rise settled later is back pay.
struct GapPaymentForm: PaymentForm {
  static let name = "gap_payment"
  static let summary = Bilingual(zh: "差额补助", en: "the gap to a standard, paid per head")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("group", .group, zh: "领取人群", en: "who receives it"),
    .required("amount", .amount, zh: "标准", en: "the standard"),
    .required("ratio", .term(unit: "%"), zh: "补差率", en: "benefit-to-standard ratio"),
    .optional("minimum", .term(unit: "%"), zh: "最低补差占标准比例", en: "least share of the standard"),
  ]

  let programme: Int
  let group: Int
  let amount: Int
  let ratio: Term
  let minimum: Term?

  init?(_ reader: FormReader) {
    let (programme, group) = (reader.programme(), reader.group("group"))
    let (amount, ratio) = (reader.amount("amount"), reader.term("ratio", unit: "%", .share))
    minimum = reader.optionalTerm("minimum", unit: "%", .share)
    guard let programme, let group, let amount, let ratio else { return nil }
    (self.programme, self.group, self.amount, self.ratio) = (programme, group, amount, ratio)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    PerHeadPayment(
      rule: rule, position: position, world: world, calendar: calendar, amount: amount, type: .regular,
      group: group, terms: [ratio, minimum].compactMap { $0 },
      benefit: { benefit($0, $1, $2, world) }
    ).run()
  }

  /// Benefit per person out of a standard.
  func benefit(_ standard: Figure, _ cell: Int, _ month: Month, _ world: World) -> Figure {
    let part = share(cell, month, world)
    return Figure(standard.value * part.value, max(standard.status, part.status))
  }

  private func share(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let part = world.share(ratio, cell, month)
    guard let minimum else { return part }
    let least = world.share(minimum, cell, month)
    return Figure(max(part.value, least.value), max(part.status, least.status))
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, world) = (Int(line.cell), tracer.world)
    let persons = world.groups[group].persons(cell, line.entitled)
    let part = (share(cell, line.entitled, world).value * Rational(100)).shortText()
    let terms = [ratio, minimum].compactMap { $0 }.map { tracer.term($0, cell, line.entitled) }
    return line.trace(
      rule, formula: "\(persons) x \(world.standardText(amount, line)) x \(part) %",
      children: terms + [
        tracer.amount(amount, cell, line.entitled), tracer.group(group, cell, line.entitled),
      ])
  }
}

extension LedgerLine {
  /// The node of this line; its inputs are the caller's.
  func trace(_ rule: RuleHeader, formula: String, children: [TraceNode]) -> TraceNode {
    TraceNode(
      title: rule.name, formula: formula, value: Money(fen: fen).description, unit: "CNY",
      status: status, citation: rule.citation, children: children)
  }
}
