import DoudiInputs
import DoudiUnits

/// An amount that is written down, dated, optionally carried by an index.
///
///     A(y) = amount                                (no index)
///     A(y) = amount x I(y) / I(base year)          (index)
struct FlatForm: AmountForm {
  static let name = "flat"
  static let summary = Bilingual(zh: "定额标准（可挂指数）", en: "a stated amount, optionally indexed")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "标准代号", en: "identifier of the amount"),
    .required(
      "unit", .keyword(["CNY/person/month", "CNY/person/year"]), zh: "标准的计价单位",
      en: "unit in which the amount is stated"),
    .required("amount", .term(unit: "CNY/person/month"), zh: "金额", en: "the amount"),
    .optional("index", .indicator, zh: "挂钩指数", en: "index it follows"),
    .optional("index_base", .integer(1990...2199), zh: "指数基年", en: "year in which the amount holds"),
  ]

  let amount: Term
  let index: String?
  let baseYear: Int

  init?(_ reader: FormReader) {
    guard let amount = reader.term("amount", unit: "CNY/person/month") else { return nil }
    self.amount = amount
    index = reader.optionalIndicator("index")
    baseYear = reader.integer("index_base", in: 1990...2199, default: 2020)
    if index != nil && !reader.has("index_base") {
      reader.fault("DD1303", "index", Bilingual(zh: "写了index还须写index_base", en: "index needs index_base"))
      return nil
    }
  }

  func isRevised(at month: Month, world: World) -> Bool { true }

  func column(
    at month: Month, previous: [Figure?]?, rule: RuleHeader, world: World
  ) -> [Figure?] {
    world.peopleColumn { figure($0, month, world) }
  }

  private func figure(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let base = world.figure(amount, cell, month)
    guard let index else { return base }
    let now =
      month < world.horizon.first
      ? world.indicatorNear(index, cell, year: month.year, unit: nil)
      : world.rawIndicator(index, cell, year: month.year)
    let then = world.rawIndicator(index, cell, year: baseYear)
    return Figure(base.value * now.value / then.value, max(base.status, max(now.status, then.status)))
  }

  func trace(_ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let world = tracer.world
    let result = figure(cell, month, world)
    var (formula, children) = (
      "\(world.figure(amount, cell, month).value)", [tracer.term(amount, cell, month)]
    )
    if let index {
      let now = world.rawIndicator(index, cell, year: month.year)
      let then = world.rawIndicator(index, cell, year: baseYear)
      formula += " x \(now.value) / \(then.value)"
      children += [month.year, baseYear].map { tracer.rawIndicator(index, cell, year: $0) }
    }
    return TraceNode(
      title: rule.name, formula: formula, value: result.value.shortText(), unit: "CNY/person/month",
      status: result.status, citation: rule.citation, children: children)
  }
}
