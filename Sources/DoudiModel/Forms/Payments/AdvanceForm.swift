import DoudiInputs
import DoudiUnits

/// Liquidity that is handed out and comes back: no spending over the year, cash all the same.
///
///     out(m) = amount           in the named month of each year
///     back   = - amount         `back_after` months later
struct AdvanceForm: PaymentForm {
  static let name = "advance"
  static let summary = Bilingual(zh: "预付（周转，不增加支出）", en: "liquidity that comes back")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("amount", .term(unit: "CNY/year"), zh: "每年预付额", en: "amount a year, for each leaf region"),
    .required("out_month", .integer(1...12), zh: "拨出月份", en: "month in which it goes out"),
    .required("back_after", .term(unit: "months"), zh: "收回间隔月数", en: "months until it comes back"),
  ]

  let programme: Int
  let amount: Term
  let outMonth: Int
  let backAfter: Term

  init?(_ reader: FormReader) {
    let (programme, amount) = (reader.programme(), reader.term("amount", unit: "CNY/year"))
    let (out, back) = (
      reader.requiredInteger("out_month", in: 1...12), reader.term("back_after", unit: "months")
    )
    guard let programme, let amount, let out, let back else { return nil }
    (self.programme, self.amount, outMonth, backAfter) = (programme, amount, out, back)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    for month in world.horizon.months where month.month == outMonth {
      for cell in world.space.whole {
        let figure = world.figure(amount, cell, month)
        guard let money = Money(yuan: figure.value) else { continue }
        let back = month.advanced(by: Int(world.figure(backAfter, cell, month).value.floor))
        world.line(
          rule: rule, position: position, cell: cell, entitled: month, paid: month, type: .advanceOut,
          status: figure.status, money: money)
        world.line(
          rule: rule, position: position, cell: cell, entitled: month, paid: back, type: .advanceBack,
          status: figure.status, money: -money)
      }
    }
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month) = (Int(line.cell), line.entitled)
    return line.trace(
      rule,
      formula: (line.type == .advanceBack ? "-" : "") + "\(tracer.world.figure(amount, cell, month).value)",
      children: [tracer.term(amount, cell, month), tracer.term(backAfter, cell, month)])
  }
}
