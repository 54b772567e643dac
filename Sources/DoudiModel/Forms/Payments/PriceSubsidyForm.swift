import DoudiInputs
import DoudiUnits

/// A subsidy in months in which prices rise beyond a trigger.
///
///     triggered(m):  cpi(m) >= trigger  or  food(m) >= food_trigger   (year on year)
///     g(m)         = the larger of the indices that triggered
///     pay(m)       = round( N(m) x max(minimum, round(S(m) x g(m))) )
///
/// Both triggers include their bound.
struct PriceSubsidyForm: PaymentForm {
  static let name = "price_subsidy"
  static let summary = Bilingual(zh: "价格补贴联动", en: "a subsidy in months of fast price rises")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("groups", .groups, zh: "发放人群", en: "recipients"),
    .required("amount", .amount, zh: "计算基数标准", en: "the standard it is a share of"),
    .required("cpi", .indicator, zh: "居民消费价格同比涨幅", en: "consumer prices, growth on the year before"),
    .required("food_cpi", .indicator, zh: "食品价格同比涨幅", en: "food prices, growth on the year before"),
    .required("trigger", .term(unit: "%"), zh: "启动条件", en: "trigger"),
    .required("food_trigger", .term(unit: "%"), zh: "食品启动条件", en: "trigger for food"),
    .optional("minimum", .term(unit: "CNY/person"), zh: "最低发放额", en: "least subsidy per head"),
    .optional("rounding", .term(unit: "CNY/person"), zh: "四舍五入单位", en: "rounded half up to a multiple of"),
  ]

  let programme: Int
  let groups: [Int]
  let amount: Int
  let cpi: String
  let foodCPI: String
  let trigger: Term
  let foodTrigger: Term
  let minimum: Term?
  let rounding: Term?

  init?(_ reader: FormReader) {
    let (programme, groups, amount) = (reader.programme(), reader.groups("groups"), reader.amount("amount"))
    let (cpi, food) = (reader.indicator("cpi"), reader.indicator("food_cpi"))
    let (trigger, foodTrigger) = (reader.term("trigger", unit: "%"), reader.term("food_trigger", unit: "%"))
    minimum = reader.optionalTerm("minimum", unit: "CNY/person")
    rounding = reader.optionalTerm("rounding", unit: "CNY/person")
    guard let programme, let groups, let amount, let cpi, let food, let trigger, let foodTrigger
    else { return nil }
    (self.programme, self.groups, self.amount) = (programme, groups, amount)
    (self.cpi, foodCPI, self.trigger, self.foodTrigger) = (cpi, food, trigger, foodTrigger)
  }

  var paysOnlyWhenTriggered: Bool { true }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    let indices = (world.monthly(cpi), world.monthly(foodCPI))
    for month in world.horizon.months {
      world.book(
        rule: rule, position: position, entitled: month, paid: calendar.payment(for: month),
        type: .priceSubsidy, cells: world.space.people
      ) { _, cell in
        guard let rise = rise(cell, month, indices, world), let each = each(rise, cell, month, world)
        else { return nil }
        let persons = groups.reduce(0.0) { $0 + world.groups[$1].persons(cell, month) }
        let status = groups.map { world.groups[$0].status[cell] }.max() ?? .stated
        return (Money(persons: persons, rate: each.value), max(status, each.status))
      }
    }
  }

  /// Growth of the index that triggered, nil in a quiet month.
  private func rise(
    _ cell: Int, _ month: Month, _ indices: (all: YearTable<Figure>, food: YearTable<Figure>), _ world: World
  ) -> Figure? {
    let all = world.monthlyFigure(indices.all, cpi, cell, month)
    let food = world.monthlyFigure(indices.food, foodCPI, cell, month)
    let (low, lowFood) = (world.share(trigger, cell, month), world.share(foodTrigger, cell, month))
    var found: Figure?
    if all.value >= low.value { found = Figure(all.value, max(all.status, low.status)) }
    if food.value >= lowFood.value, food.value > found?.value ?? .zero {
      found = Figure(food.value, max(food.status, lowFood.status))
    }
    return found
  }

  private func each(_ rise: Figure, _ cell: Int, _ month: Month, _ world: World) -> Figure? {
    guard let standard = world.amounts[amount].figure(cell, month) else { return nil }
    var result = Figure(standard.value * rise.value, max(standard.status, rise.status))
    if let rounding {
      result.value = result.value.roundedHalfUp(toStep: world.figure(rounding, cell, month).value)
    }
    if let minimum { result.value = max(result.value, world.figure(minimum, cell, month).value) }
    return result
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let indices = (world.monthly(cpi), world.monthly(foodCPI))
    let growth = rise(cell, month, indices, world) ?? Figure(.zero, .assumed)
    let each = each(growth, cell, month, world) ?? Figure(.zero, .assumed)
    let persons = groups.reduce(0.0) { $0 + world.groups[$1].persons(cell, month) }
    let terms = [trigger, foodTrigger, minimum, rounding].compactMap { $0 }
    return line.trace(
      rule, formula: "\(persons) x \(each.value)  (\((growth.value * Rational(100)).shortText()) %)",
      children: terms.map { tracer.term($0, cell, month) } + [tracer.amount(amount, cell, month)]
        + groups.map { tracer.group($0, cell, month) })
  }
}
