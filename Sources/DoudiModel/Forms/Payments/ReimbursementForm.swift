import DoudiInputs
import DoudiUnits

/// Aid with costs that earlier layers leave: insurance pays first, then assistance, then welfare.
///
///     left   = cost x (1 - insured)                        the first layer after insurance
///     left   = left(earlier) - aid(earlier)                a layer `after` another
///     aid    = min(ceiling, ratio x max(0, left - deductible))
///     pay(m) = round( E(m) x aid )
///
/// E: cases of the month. What the last layer leaves, left - aid, is the person's own.
///
/// Holds: 0 <= aid <= left in every layer, so all layers together never exceed the cost. Does not hold: that
/// the mean of many cases behaves as one case does; a deductible and a ceiling act on each case, and
/// means hide how they spread.
struct ReimbursementForm: PaymentForm {
  static let name = "reimbursement"
  static let summary = Bilingual(zh: "先保险、后救助、再福利的费用救助", en: "aid with costs that insurance leaves")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("events", .group, zh: "人次", en: "the cases"),
    .optional("cost", .term(unit: "CNY/case"), zh: "次均合规费用", en: "mean eligible cost of a case"),
    .optional("insured", .term(unit: "%"), zh: "保险先行支付比例", en: "share that insurance pays first"),
    .optional(
      "after", .rule, zh: "在哪一条救助之后(代替cost与insured)",
      en: "rule of this form that pays before, in place of cost and insured"),
    .required("ratio", .term(unit: "%"), zh: "救助比例", en: "share of the rest that is paid"),
    .optional("deductible", .term(unit: "CNY/case"), zh: "起付线", en: "what the person bears first"),
    .optional("ceiling", .term(unit: "CNY/case"), zh: "封顶线", en: "most that is paid for a case"),
  ]

  /// What comes before this layer.
  enum Before {
    case insurance(cost: Term, share: Term)
    case rule(String)
  }

  let programme: Int
  let events: Int
  let before: Before
  let ratio: Term
  let deductible: Term?
  let ceiling: Term?

  init?(_ reader: FormReader) {
    let (programme, events) = (reader.programme(), reader.group("events"))
    let before = Self.before(reader)
    let ratio = reader.term("ratio", unit: "%", .share)
    deductible = reader.optionalTerm("deductible", unit: "CNY/case")
    ceiling = reader.optionalTerm("ceiling", unit: "CNY/case")
    guard let programme, let events, let before, let ratio else { return nil }
    (self.programme, self.events, self.before, self.ratio) = (programme, events, before, ratio)
  }

  private static func before(_ reader: FormReader) -> Before? {
    guard reader.has("after") else {
      let (cost, share) = (
        reader.term("cost", unit: "CNY/case"), reader.term("insured", unit: "%", .share)
      )
      guard let cost, let share else { return nil }
      return .insurance(cost: cost, share: share)
    }
    for key in ["cost", "insured"] where reader.has(key) {
      reader.fault(
        "DD1314", key, Bilingual(zh: "写了after就不写\(key)", en: "with after, \(key) is not written"))
    }
    return reader.rule("after", form: name).map { .rule($0) }
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    let cases = world.groups[events]
    if isCircular(world) {
      world.fault(rule: rule, zh: "after绕回了自身", en: "after leads back to the rule itself")
      return
    }
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

  func earlier(_ world: World) -> ReimbursementForm? {
    guard case .rule(let id) = before else { return nil }
    return world.forms[id] as? ReimbursementForm
  }

  func isCircular(_ world: World) -> Bool {
    var layer: ReimbursementForm? = self
    for _ in 0...world.forms.count {
      guard let one = layer else { return false }
      layer = one.earlier(world)
    }
    return true
  }

  /// CNY a case that earlier layers leave.
  private func left(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    switch before {
    case .insurance(let cost, let share):
      let (whole, insured) = (world.figure(cost, cell, month), world.share(share, cell, month))
      return Figure(whole.value * (.one - insured.value), max(whole.status, insured.status))
    case .rule:
      guard let earlier = earlier(world) else { return Figure(.zero, .assumed) }
      let (left, aid) = (earlier.left(cell, month, world), earlier.aid(cell, month, world))
      return Figure(left.value - aid.value, max(left.status, aid.status))
    }
  }

  /// CNY a case.
  private func aid(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let (left, share) = (left(cell, month, world), world.share(ratio, cell, month))
    let borne = deductible.map { world.figure($0, cell, month) } ?? Figure(.zero, left.status)
    var aid = Figure(
      max(.zero, left.value - borne.value) * share.value, max(left.status, max(share.status, borne.status)))
    if let ceiling = ceiling.map({ world.figure($0, cell, month) }) {
      aid = Figure(min(aid.value, ceiling.value), max(aid.status, ceiling.status))
    }
    return aid
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let aid = formula(cell, month, world)
    return line.trace(
      rule, formula: "\(world.groups[events].persons(cell, month)) x \(aid)",
      children: terms(world).map { tracer.term($0, cell, month) } + [tracer.group(events, cell, month)])
  }

  private func formula(_ cell: Int, _ month: Month, _ world: World) -> String {
    func value(_ term: Term?) -> Rational { term.map { world.figure($0, cell, month).value } ?? .zero }
    let left =
      switch before {
      case .insurance(let cost, let share): "\(value(cost)) x (1 - \(value(share)) %)"
      case .rule: "\(left(cell, month, world).value)"
      }
    let aid = "max(0, \(left) - \(value(deductible))) x \(value(ratio)) %"
    return ceiling == nil ? aid : "min(\(value(ceiling)), \(aid))"
  }

  /// The terms of this layer and of those before it.
  private func terms(_ world: World) -> [Term] {
    let own = [ratio, deductible, ceiling].compactMap { $0 }
    switch before {
    case .insurance(let cost, let share): return [cost, share] + own
    case .rule: return (earlier(world)?.terms(world) ?? []) + own
    }
  }
}
