import DoudiInputs
import DoudiUnits

/// An addition for a category of recipients, a share of the standard.
///
///     pay(m) = round( N(m) x category share x S(m) x rate )
///
/// A person counts in one category only: the shares of several top-ups to one group must
/// not overlap.
struct TopUpForm: PaymentForm {
  static let name = "top_up"
  static let summary = Bilingual(zh: "分类增发", en: "an addition for a category of recipients")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("group", .group, zh: "领取人群", en: "recipients"),
    .required("category_share", .term(unit: "%"), zh: "该类人员占比", en: "share of recipients in the category"),
    .required("rate", .term(unit: "%"), zh: "增发比例", en: "share of the standard added"),
    .required("amount", .amount, zh: "标准", en: "the standard"),
  ]

  let programme: Int
  let group: Int
  let category: Term
  let rate: Term
  let amount: Int

  init?(_ reader: FormReader) {
    let (programme, group) = (reader.programme(), reader.group("group"))
    let category = reader.term("category_share", unit: "%", .share)
    let (rate, amount) = (reader.term("rate", unit: "%"), reader.amount("amount"))
    guard let programme, let group, let category, let rate, let amount else { return nil }
    (self.programme, self.group, self.category) = (programme, group, category)
    (self.rate, self.amount) = (rate, amount)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    PerHeadPayment(
      rule: rule, position: position, world: world, calendar: calendar, amount: amount, type: .topUp,
      group: group, part: category, terms: [rate],
      benefit: { standard, cell, month in
        let part = world.share(rate, cell, month)
        return Figure(standard.value * part.value, max(standard.status, part.status))
      }
    ).run()
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let persons = world.groups[group].persons(cell, month)
    let (category, rate) = (self.category, self.rate)
    return line.trace(
      rule,
      formula:
        "\(persons) x \(world.figure(category, cell, month).value) % x \(world.standardText(amount, line)) x "
        + "\(world.figure(rate, cell, month).value) %",
      children: [
        tracer.term(category, cell, month), tracer.term(rate, cell, month),
        tracer.amount(amount, cell, month), tracer.group(group, cell, month),
      ])
  }
}
