import DoudiInputs
import DoudiUnits

/// Aid after insurance: a share of what insurance leaves, above a deductible and up to a ceiling.
///
///     left   = cost x (1 - insured)                        insurance pays first
///     aid    = min(ceiling, ratio x max(0, left - deductible))
///     pay(m) = round( E(m) x aid )
///
/// E: cases of the month. What aid leaves, left - aid, is the person's, or charity's.
///
/// Holds: aid <= left. Does not hold: that the mean of many cases behaves as one case does; a deductible
/// and a ceiling act on each case, and means hide how they spread.
struct ReimbursementForm: PaymentForm {
  static let name = "reimbursement"
  static let summary = Bilingual(zh: "先保险后救助的费用救助", en: "aid with costs that insurance leaves")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("events", .group, zh: "人次", en: "the cases"),
    .required("cost", .term(unit: "CNY/case"), zh: "次均合规费用", en: "mean eligible cost of a case"),
    .required("insured", .term(unit: "%"), zh: "保险先行支付比例", en: "share that insurance pays first"),
    .required("ratio", .term(unit: "%"), zh: "救助比例", en: "share of the rest that is paid"),
    .optional("deductible", .term(unit: "CNY/case"), zh: "起付线", en: "what the person bears first"),
    .optional("ceiling", .term(unit: "CNY/case"), zh: "封顶线", en: "most that is paid for a case"),
  ]

  let programme: Int
  let events: Int
  let cost: Term
  let insured: Term
  let ratio: Term
  let deductible: Term?
  let ceiling: Term?

  init?(_ reader: FormReader) {
    let (programme, events) = (reader.programme(), reader.group("events"))
    let cost = reader.term("cost", unit: "CNY/case")
    let (insured, ratio) = (
      reader.term("insured", unit: "%", .share), reader.term("ratio", unit: "%", .share)
    )
    deductible = reader.optionalTerm("deductible", unit: "CNY/case")
    ceiling = reader.optionalTerm("ceiling", unit: "CNY/case")
    guard let programme, let events, let cost, let insured, let ratio else { return nil }
    (self.programme, self.events, self.cost) = (programme, events, cost)
    (self.insured, self.ratio) = (insured, ratio)
  }

  private var terms: [Term] { [cost, insured, ratio, deductible, ceiling].compactMap { $0 } }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    let cases = world.groups[events]
    for month in world.horizon.months {
      world.book(
        rule: rule, position: position, entitled: month, paid: calendar.payment(for: month), type: .regular,
        cells: world.space.people
      ) { _, cell in
        let aid = aid(cell, month, world)
        return (
          Money(persons: cases.persons(cell, month), rate: aid.value), max(cases.status[cell], aid.status)
        )
      }
    }
  }

  /// CNY a case.
  private func aid(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let left = world.figure(cost, cell, month).value * (.one - world.share(insured, cell, month).value)
    let borne = deductible.map { world.figure($0, cell, month).value } ?? .zero
    var aid = max(.zero, left - borne) * world.share(ratio, cell, month).value
    if let ceiling { aid = min(aid, world.figure(ceiling, cell, month).value) }
    let status = terms.map { world.figure($0, cell, month).status }.max() ?? .assumed
    return Figure(aid, status)
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    func value(_ term: Term?) -> Rational { term.map { world.figure($0, cell, month).value } ?? .zero }
    let left = "\(value(cost)) x (1 - \(value(insured)) %)"
    var aid = "max(0, \(left) - \(value(deductible))) x \(value(ratio)) %"
    if ceiling != nil { aid = "min(\(value(ceiling)), \(aid))" }
    return line.trace(
      rule, formula: "\(world.groups[events].persons(cell, month)) x \(aid)",
      children: terms.map { tracer.term($0, cell, month) } + [tracer.group(events, cell, month)])
  }
}
