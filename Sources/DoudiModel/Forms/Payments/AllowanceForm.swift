import DoudiInputs
import DoudiUnits

/// A full amount for everybody in a group.
///
///     pay(m) = round( N(m) x A(m) )
struct AllowanceForm: PaymentForm {
  static let name = "allowance"
  static let summary = Bilingual(zh: "按标准全额发放", en: "the full amount for everybody in a group")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("group", .group, zh: "领取人群", en: "recipients"),
    .required("amount", .amount, zh: "标准", en: "the amount"),
  ]

  let programme: Int
  let group: Int
  let amount: Int

  init?(_ reader: FormReader) {
    let (programme, group) = (reader.programme(), reader.group("group"))
    guard let programme, let group, let amount = reader.amount("amount") else { return nil }
    (self.programme, self.group, self.amount) = (programme, group, amount)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    PerHeadPayment(
      rule: rule, position: position, world: world, calendar: calendar, amount: amount, type: .regular,
      group: group, benefit: { standard, _, _ in standard }
    ).run()
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    return line.trace(
      rule, formula: "\(world.groups[group].persons(cell, month)) x \(world.standardText(amount, line))",
      children: [tracer.amount(amount, cell, month), tracer.group(group, cell, month)])
  }
}
