import DoudiInputs
import DoudiUnits

/// People whose income lies below a line, of whom a part is reached little by little.
///
///     d = ln(12 Z(m) / Y(y - lag)) / s + s / 2,   H = Phi(d)
///     target(m) = u H P(y)
///     stay(m)   = N(m-1) - x N(m-1)
///     N(m)      = stay(m) + e max(0, target(m) - stay(m))
///
/// Incomes are lognormal (``LognormalIncomes``) with the mean Y of the cell's own area and the standard
/// deviation s of their logarithm. Z: the line, an amount of the book; u: take-up; P: residents; x, e: exit
/// rate and speed, a month. N starts from the newest observed count as in `stock_flow`, and where there is
/// none from the stated `start_persons`, of the month before the horizon. Before that count, and before
/// the book's amounts begin, as many come in as leave.
///
/// Holds exactly, in doubles: N(m) == (N(m-1) - exits(m)) + entries(m). Does not hold: that N falls below
/// stay(m) where the target does; nobody is sent away but by x.
struct IncomeDistributionForm: CaseloadForm {
  static let name = "income_distribution"
  static let summary = Bilingual(
    zh: "按收入分布推算的应保人数逐步纳入", en: "people below a line, reached little by little")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .required("line", .amount, zh: "收入线（标准）", en: "the line incomes are held against"),
    .required("income", .indicator, zh: "人均收入", en: "mean income, CNY per person and year"),
    .optional("lag", .term(unit: "years"), zh: "收入滞后年数", en: "years back at which income is read"),
    .required("spread", .term(unit: "1"), zh: "收入对数的标准差", en: "standard deviation of log income"),
    .required("population", .indicator, zh: "常住人口", en: "residents"),
    .required(
      "take_up", .term(unit: "%"), role: .takeUp, zh: "应保者的受助比例", en: "share of those below that is reached"),
    .required("exit", .term(unit: "%/month"), zh: "月退出率", en: "exit rate"),
    .required("speed", .term(unit: "%/month"), zh: "月纳入速度", en: "share of those still missing that comes in"),
    .optional("start", .indicator, zh: "起点人数", en: "observed count to start from"),
    .optional(
      "start_persons", .term(unit: "persons"), zh: "无观测数时的起点人数", en: "start where no count is observed"),
    .optional("spread_by", .indicator, zh: "分摊依据", en: "key for spreading a parent's count"),
    .optional(
      "area_shares", .termMap(unit: "%"), role: .parts, zh: "城乡占比",
      en: "shares of the areas in a count without area"),
    .optional(
      "persons_per_household", .term(unit: "persons/household"), zh: "户均人数", en: "persons per household"),
  ]

  let gives: [Int]
  let line: Int
  let income: String
  let lag: Term?
  let spread: Term
  let population: String
  let takeUp: Term
  let exit: Term
  let speed: Term
  let start: String?
  let startPersons: Term?
  let spreadBy: String?
  let areaShares: [(name: String, term: Term)]?
  let householdSize: Term?

  init?(_ reader: FormReader) {
    let (gives, line) = (reader.gives(), reader.amount("line"))
    let (income, population) = (reader.indicator("income"), reader.indicator("population"))
    lag = reader.optionalTerm("lag", unit: "years")
    let spread = reader.term("spread", unit: "1", .positive)
    let takeUp = reader.term("take_up", unit: "%", .share)
    let exit = reader.term("exit", unit: "%/month", .share)
    let speed = reader.term("speed", unit: "%/month", .share)
    start = reader.optionalIndicator("start")
    startPersons = reader.optionalTerm("start_persons", unit: "persons")
    spreadBy = reader.optionalIndicator("spread_by")
    areaShares = reader.has("area_shares") ? reader.termMap("area_shares", unit: "%", .share) : nil
    householdSize = reader.optionalTerm("persons_per_household", unit: "persons/household")
    guard let gives, let line, let income, let population else { return nil }
    guard let spread, let takeUp, let exit, let speed else { return nil }
    (self.gives, self.line, self.income, self.population) = ([gives], line, income, population)
    (self.spread, self.takeUp, self.exit, self.speed) = (spread, takeUp, exit, speed)
    guard reader.has("start") || reader.has("start_persons") else {
      reader.fault(
        "DD1303", "start",
        Bilingual(
          zh: "须写start（观测数）或start_persons", en: "\"start\", an observed count, or \"start_persons\" is needed"
        ))
      return nil
    }
  }

  func run(rule: RuleHeader, world: World) {
    let months = world.groupMonths
    let found = starts(rule, world)
    var history = blankHistory(found, months[0], world)
    var stock = found.map { $0?.persons ?? 0 }
    let counted = found.map { $0?.month ?? months[months.count - 1] }
    var (exits, speeds) = (RateColumn(exit, world), RateColumn(speed, world))
    var entitled = EntitledColumn(self, rule, world)
    var month = min(months[0], (counted.min() ?? months[0]).advanced(by: 1))
    while month <= months[months.count - 1] {
      exits.advance(to: month)
      speeds.advance(to: month)
      entitled.advance(to: month)
      var came = [Double](repeating: 0, count: stock.count)
      var left = came
      for cell in world.space.people {
        left[cell] = stock[cell] * exits.values[cell]
        let stayed = stock[cell] - left[cell]
        let flows = counted[cell] < month && world.firstAmountMonth <= month
        came[cell] =
          flows ? speeds.values[cell] * max(0, entitled.persons[cell] - stayed) : stock[cell] - stayed
        stock[cell] = stayed + came[cell]
      }
      if month >= months[0] { append(stock, came, left, to: &history, world) }
      month = month.advanced(by: 1)
    }
    world.groups[gives[0]] = history
  }

  private func append(
    _ stock: [Double], _ came: [Double], _ left: [Double], to history: inout GroupHistory, _ world: World
  ) {
    guard world.keepsFlows else { return history.append(stock) }
    history.append(stock, entries: came, exits: left)
  }

  private func blankHistory(_ found: [Start?], _ first: Month, _ world: World) -> GroupHistory {
    var history = GroupHistory(first: first, cells: found.count)
    for cell in world.space.people {
      guard let start = found[cell] else { continue }
      let terms = [exit, speed, spread, takeUp] + [lag].compactMap { $0 }
      let statuses = terms.map { world.figure($0, cell, world.horizon.first).status }
      history.status[cell] = statuses.reduce(start.status, max)
      if let size = householdSize {
        history.householdSize[cell] = world.figure(size, cell, world.horizon.first).value.double
      }
    }
    return history
  }

  /// Where a cell's people begin.
  struct Start {
    let persons: Double
    let month: Month
    let status: Status
  }

  /// The newest counts before the horizon, and where there are none what is stated for the month before it.
  private func starts(_ rule: RuleHeader, _ world: World) -> [Start?] {
    let before = world.horizon.first.advanced(by: -1)
    let counts = start.map {
      world.startingCounts(rule, of: $0, spreadBy: spreadBy, areaShares: areaShares)
    }
    var found = [Start?](repeating: nil, count: world.space.cells.count)
    for cell in world.space.people {
      if let seen = counts?[cell] {
        found[cell] = Start(persons: seen.persons, month: seen.month, status: seen.status)
      } else if let startPersons {
        let figure = world.figure(startPersons, cell, before)
        found[cell] = Start(persons: figure.value.double, month: before, status: figure.status)
      } else if let start {
        world.missing(start, cell)
      }
    }
    return found
  }
}
