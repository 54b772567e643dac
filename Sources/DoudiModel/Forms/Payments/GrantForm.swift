import DoudiInputs
import DoudiUnits

/// Grants per event, divided by a threshold between the levels that decide them.
///
///     all(m)   = E(m) x average
///     above(m) = E(m) x above_cases x above_average        (cases of the threshold and more)
///     below(m) = all(m) - above(m)
///
/// The threshold moves decisions, not money: with `pilot` the township decides above it
/// too. `instalments` pays in equal monthly parts after one decision: what is above, or where
/// no threshold divides the grants, all of it. Parts of grants decided before the horizon that fall due
/// in it are paid, too; those due after its end are the next budget's.
struct GrantForm: PaymentForm {
  static let name = "grant"
  static let summary = Bilingual(zh: "按人次救助", en: "grants per event")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("events", .group, zh: "人次", en: "the events"),
    .required("average", .term(unit: "CNY/case"), zh: "次均金额", en: "mean grant"),
    .optional("threshold", .term(unit: "CNY"), zh: "审批权限分界金额", en: "grant that divides the levels"),
    .optional(
      "threshold_of", .amount, zh: "分界金额所依据的标准(取年数)",
      en: "amount whose figure of a year divides the levels, instead of threshold"),
    .optional(
      "at_threshold", .term(unit: "flag"), zh: "恰在分界金额上按哪一档(默认以上)",
      en: "which side a grant exactly at it falls on (above unless said)"),
    .optional("above_cases", .term(unit: "%"), zh: "达到分界金额的人次占比", en: "share of cases at or above it"),
    .optional("above_average", .term(unit: "CNY/case"), zh: "达到分界金额者次均", en: "mean grant at or above it"),
    .optional("pilot", .term(unit: "flag"), zh: "大额审批权下放试点", en: "townships decide large grants too"),
    .optional(
      "instalments", .term(unit: "months"), zh: "分次发放次数",
      en: "monthly parts of a grant (with a threshold: of a large one)"),
  ]

  let programme: Int
  let events: Int
  let average: Term
  let split: (threshold: Threshold, cases: Term, average: Term)?
  let atThreshold: Term?
  let pilot: Term?
  let instalments: Term?

  /// What divides the levels: a figure of the rule, or twelve months of an amount.
  enum Threshold {
    case term(Term)
    case amount(Int)

    /// CNY a case.
    func value(_ cell: Int, _ month: Month, _ world: World) -> Rational {
      switch self {
      case .term(let term): world.figure(term, cell, month).value
      case .amount(let amount):
        (world.amounts[amount].figure(cell, month)?.value ?? .zero) * Rational(12)
      }
    }
  }

  init?(_ reader: FormReader) {
    let (programme, events) = (reader.programme(), reader.group("events"))
    let average = reader.term("average", unit: "CNY/case")
    if reader.has("threshold") || reader.has("threshold_of") {
      guard let threshold = Self.threshold(reader),
        let cases = reader.term("above_cases", unit: "%", .share),
        let above = reader.term("above_average", unit: "CNY/case")
      else { return nil }
      split = (threshold, cases, above)
    } else {
      split = nil
    }
    atThreshold = reader.optionalTerm("at_threshold", unit: "flag")
    pilot = reader.optionalTerm("pilot", unit: "flag")
    instalments = reader.optionalTerm("instalments", unit: "months")
    guard let programme, let events, let average else { return nil }
    (self.programme, self.events, self.average) = (programme, events, average)
  }

  private static func threshold(_ reader: FormReader) -> Threshold? {
    guard reader.has("threshold_of") else { return reader.term("threshold", unit: "CNY").map { .term($0) } }
    if reader.has("threshold") {
      reader.fault(
        "DD1314", "threshold",
        Bilingual(zh: "threshold与threshold_of只能写一个", en: "write either threshold or threshold_of"))
    }
    return reader.amount("threshold_of").map { .amount($0) }
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    for month in months(world) {
      for cell in world.space.people {
        let parts = amounts(cell, month, world)
        check(parts, rule, world)
        let count = world.groups[events].persons(cell, month)
        let below = Money(persons: count, rate: parts.below)
        guard split != nil else {
          payParts(below, .grantTownship, parts.status, rule, position, cell, month, world, calendar)
          continue
        }
        world.line(
          rule: rule, position: position, cell: cell, entitled: month,
          paid: calendar.payment(for: month), type: .grantTownship, status: parts.status, money: below)
        let type: LineType = isPilot(cell, month, world) ? .grantTownship : .grantCounty
        payParts(
          Money(persons: count, rate: parts.above), type, parts.status, rule, position, cell, month, world,
          calendar)
      }
    }
  }

  /// Months whose grants are paid in the horizon: with parts also those before it, two years at most.
  private func months(_ world: World) -> [Month] {
    let first = world.horizon.first
    let longest = world.space.people.map { parts($0, first, world) }.max() ?? 1
    let before = min(longest - 1, first.months(since: world.firstGroupMonth))
    return (-before..<world.horizon.count).map { first.advanced(by: $0) }
  }

  private func payParts(
    _ money: Money?, _ type: LineType, _ status: Status, _ rule: RuleHeader, _ position: Int, _ cell: Int,
    _ month: Month, _ world: World, _ calendar: PaymentCalendar
  ) {
    let count = parts(cell, month, world)
    guard count > 1, let money else {
      world.line(
        rule: rule, position: position, cell: cell, entitled: month,
        paid: calendar.payment(for: month), type: type, status: status, money: money)
      return
    }
    let weights = [Rational](repeating: .one, count: count)
    for (index, fen) in LargestRemainder.split(money.fen, weights: weights).enumerated() {
      world.line(
        rule: rule, position: position, cell: cell, entitled: month,
        paid: calendar.payment(for: month.advanced(by: index)), type: type, status: status,
        money: Money(fen: fen))
    }
  }

  private func parts(_ cell: Int, _ month: Month, _ world: World) -> Int {
    instalments.map { max(1, min(60, Int(world.figure($0, cell, month).value.floor))) } ?? 1
  }

  /// CNY per event below and above the threshold, as parts of the mean.
  func amounts(
    _ cell: Int, _ month: Month, _ world: World
  ) -> (below: Rational, above: Rational, status: Status) {
    let mean = world.figure(average, cell, month)
    var status = max(mean.status, world.groups[events].status[cell])
    guard let split else { return (mean.value, .zero, status) }
    let (cases, above) = (world.share(split.cases, cell, month), world.figure(split.average, cell, month))
    status = max(status, max(cases.status, above.status))
    let part = cases.value * above.value
    return (mean.value - part, part, status)
  }

  private func check(
    _ parts: (below: Rational, above: Rational, status: Status), _ rule: RuleHeader, _ world: World
  ) {
    guard parts.below < .zero, !world.indicators.isPerturbed else { return }
    world.fault(
      rule: rule, zh: "达到分界金额者的金额超过了全部金额，请核对次均与占比",
      en: "grants above the threshold add up to more than all grants; check means and share")
  }

  func isPilot(_ cell: Int, _ month: Month, _ world: World) -> Bool {
    pilot.map { world.flag($0, cell, month) } ?? false
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let count = world.groups[events].persons(cell, month)
    let parts = amounts(cell, month, world)
    let terms = [average, atThreshold, split?.cases, split?.average, pilot, instalments].compactMap { $0 }
    let threshold = split.map { split in
      switch split.threshold {
      case .term(let term): tracer.term(term, cell, month)
      case .amount(let amount): tracer.amount(amount, cell, month)
      }
    }
    // Below and above have one line type where townships decide both: the money tells them apart.
    let isBelow = split == nil || Money(persons: count, rate: parts.below)?.fen == line.fen
    let share = isBelow && split != nil ? 1 : self.parts(cell, month, world)
    return line.trace(
      rule, formula: "\(count) x \(isBelow ? parts.below : parts.above)" + (share > 1 ? " / \(share)" : ""),
      children: [threshold].compactMap { $0 } + terms.map { tracer.term($0, cell, month) }
        + [tracer.group(events, cell, month)])
  }
}
