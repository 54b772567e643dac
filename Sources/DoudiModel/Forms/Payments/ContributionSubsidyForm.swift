import DoudiInputs
import DoudiUnits

/// A yearly contribution paid for members of a group, in full, in part or as a fixed sum.
///
///     pay = round( N x premium x share )     or     round( N x min(fixed, premium) )     in the named month
///
/// A fixed sum never exceeds the contribution that the person owes.
struct ContributionSubsidyForm: PaymentForm {
  static let name = "contribution_subsidy"
  static let summary = Bilingual(zh: "资助参保", en: "a yearly insurance contribution paid for a group")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("group", .group, zh: "资助人群", en: "for whom"),
    .required("premium", .term(unit: "CNY/person/year"), zh: "个人缴费标准", en: "the contribution"),
    .optional("share", .term(unit: "%"), zh: "资助比例", en: "share paid"),
    .optional("fixed", .term(unit: "CNY/person/year"), zh: "定额资助", en: "fixed sum paid"),
    .required("month", .integer(1...12), zh: "缴费月份", en: "month of payment"),
  ]

  let programme: Int
  let group: Int
  let premium: Term
  let share: Term?
  let fixed: Term?
  let month: Int

  init?(_ reader: FormReader) {
    let (programme, group) = (reader.programme(), reader.group("group"))
    let premium = reader.term("premium", unit: "CNY/person/year")
    share = reader.optionalTerm("share", unit: "%", .share)
    fixed = reader.optionalTerm("fixed", unit: "CNY/person/year")
    let month = reader.requiredInteger("month", in: 1...12)
    guard let programme, let group, let premium, let month else { return nil }
    (self.programme, self.group, self.premium, self.month) = (programme, group, premium, month)
    guard reader.has("share") != reader.has("fixed") else {
      reader.fault("DD1314", "share", Bilingual(zh: "share与fixed须且只须写一个", en: "write either share or fixed"))
      return nil
    }
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    for month in world.horizon.months where month.month == self.month {
      for cell in world.space.people {
        let rate = rate(cell, month, world)
        let status = max(world.groups[group].status[cell], rate.status)
        world.line(
          rule: rule, position: position, cell: cell, entitled: month, paid: month, type: .oneOff,
          status: status, money: Money(persons: world.groups[group].persons(cell, month), rate: rate.value))
      }
    }
  }

  func rate(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let full = world.figure(premium, cell, month)
    if let fixed {
      let sum = world.figure(fixed, cell, month)
      return Figure(min(sum.value, full.value), max(sum.status, full.status))
    }
    guard let share else { return full }
    let part = world.share(share, cell, month)
    return Figure(full.value * part.value, max(full.status, part.status))
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    return line.trace(
      rule, formula: "\(world.groups[group].persons(cell, month)) x \(rate(cell, month, world).value)",
      children: [premium, share, fixed].compactMap { $0 }.map { tracer.term($0, cell, month) }
        + [tracer.group(group, cell, month)])
  }
}
