import DoudiInputs
import DoudiUnits

/// An amount must not be below a bound, in any month and area of the year.
///
///     slack = min over months and areas of  A - bound,   bound = at_least  or  times x B
struct FloorForm: LimitForm {
  static let name = "floor"
  static let summary = Bilingual(zh: "标准下限", en: "an amount must reach a bound")
  static let multipleKeys: [FormKey] = [
    .required("times", .term(unit: "1"), zh: "倍数", en: "factor"),
    .required("of", .amount, zh: "基数标准", en: "base"),
    .optional("area", .keyword(["own", "urban", "rural"]), zh: "基数取哪一地域", en: "area of the base"),
  ]
  static let keys: [FormKey] = [
    .required("amount", .amount, zh: "被检验标准", en: "the tested amount"),
    .required("at_least", .termOrObject(unit: "CNY/person/month", multipleKeys), zh: "下限", en: "the bound"),
  ]

  let amount: Int
  let fixed: Term?
  let multiple: (times: Term, of: Int, area: Area?)?

  init?(_ reader: FormReader) {
    let amount = reader.amount("amount")
    if reader.hasKey("times", in: "at_least"), let inner = reader.object("at_least") {
      let (times, of) = (inner.term("times", unit: "1"), inner.amount("of"))
      let area = inner.area("area")
      reader.absorb(inner)
      guard let times, let of else { return nil }
      (multiple, fixed) = ((times, of, area), nil)
    } else {
      multiple = nil
      fixed = reader.term("at_least", unit: "CNY/person/month")
      guard fixed != nil else { return nil }
    }
    guard let amount else { return nil }
    self.amount = amount
  }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    let world = books.world
    return books.nodes.flatMap { node in
      books.years.compactMap { year -> Verdict? in
        let cells = node.leaves.flatMap { world.space.people(inLeaf: $0) }
        let months = world.horizon.months.filter { $0.year == year }
        let tests = cells.flatMap { cell in months.compactMap { test(cell, $0, world) } }
        guard let worst = tests.min(by: { $0.value.value - $0.bound.value < $1.value.value - $1.bound.value })
        else { return nil }
        return Verdict(
          rule: rule, region: node.region.code, period: .year(year), value: worst.value.value,
          bound: worst.bound.value, isFloor: true, unit: "CNY/person/month",
          status: max(worst.value.status, worst.bound.status),
          note: Bilingual(zh: "全年各月各地域中余量最小者", en: "the tightest month and area of the year"))
      }
    }
  }

  private func test(_ cell: Int, _ month: Month, _ world: World) -> (value: Figure, bound: Figure)? {
    guard let value = world.amounts[amount].figure(cell, month) else { return nil }
    if let fixed { return (value, world.figure(fixed, cell, month)) }
    guard let multiple, let base = world.amount(multiple.of, cell, area: multiple.area, month) else {
      return nil
    }
    let times = world.figure(multiple.times, cell, month)
    return (value, Figure(times.value * base.value, max(times.status, base.status)))
  }
}
