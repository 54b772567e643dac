import DoudiInputs
import DoudiUnits

/// People whose number goes on as the yearly counts of the place and of its neighbours have gone.
///
///     N(m) = N(m-1) e^((g(k) + t) / 12)   k = whole years since the count, 0 in the first twelve months
///     g(k) = a f^k, and b besides for k = 0
///
/// a, b and f are fitted to all counts that end before the horizon (``TrendFit``): by area, over the
/// lowest regions that have yearly counts. A region without such counts follows the nearest one
/// above it that has them, and without any the common change. N starts from the newest count, as
/// in `stock_flow`. t: what the scenario adds to the fitted change, 0 unless it says otherwise.
///
///     exits(m) = max(x N(m-1), N(m-1) - N(m))        where an exit rate x is written
///     entries(m) = N(m) - (N(m-1) - exits(m))
struct TrendForm: CaseloadForm {
  static let name = "trend"
  static let summary = Bilingual(zh: "阻尼趋势", en: "a damped trend fitted to yearly counts")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .required("start", .indicator, zh: "历年人数", en: "observed counts, yearly ones to fit to"),
    .optional(
      "tilt", .term(unit: "%/year"), zh: "在拟合变化之外每年另加", en: "added to the fitted change of each year"),
    .optional("exit", .term(unit: "%/month"), zh: "月退出率", en: "exit rate, to tell leavers from joiners"),
    .optional("spread_by", .indicator, zh: "分摊依据", en: "key for spreading a parent's count"),
    .optional(
      "persons_per_household", .term(unit: "persons/household"), zh: "户均人数", en: "persons per household"),
  ]

  let gives: [Int]
  let start: String
  let tilt: Term?
  let exit: Term?
  let spreadBy: String?
  let householdSize: Term?

  init?(_ reader: FormReader) {
    let (gives, start) = (reader.gives(), reader.indicator("start"))
    tilt = reader.optionalTerm("tilt", unit: "%/year", .any)
    exit = reader.optionalTerm("exit", unit: "%/month", .share)
    spreadBy = reader.optionalIndicator("spread_by")
    householdSize = reader.optionalTerm("persons_per_household", unit: "persons/household")
    guard let gives, let start else { return nil }
    (self.gives, self.start) = ([gives], start)
  }

  func run(rule: RuleHeader, world: World) {
    let months = world.groupMonths
    let found = startingStocks(rule, world)
    let trends = CellTrends(indicator: start, world: world)
    trends.reportMissing(rule, world)
    var history = blankHistory(found, months[0], world)
    var stock = found.map { $0?.persons ?? 0 }
    let starts = found.map { $0?.month ?? months[months.count - 1] }
    var rates = exit.map { RateColumn($0, world) }
    var tilts = tilt.map { RateColumn($0, world) }
    var growth = trends.columns(starts: starts, world: world)
    var month = min(months[0], (starts.min() ?? months[0]).advanced(by: 1))
    while month <= months[months.count - 1] {
      rates?.advance(to: month)
      growth.advance(to: month)
      tilts?.advance(to: month)
      let before = stock
      for cell in world.space.people where starts[cell] < month {
        stock[cell] *= growth.factors[cell]
        if let tilt = tilts?.values[cell], tilt != 0 { stock[cell] *= PortableMath.exp(tilt / 12) }
      }
      if month >= months[0] { append(stock, after: before, rates?.values, to: &history) }
      month = month.advanced(by: 1)
    }
    world.groups[gives[0]] = history
  }

  private func append(
    _ stock: [Double], after before: [Double], _ rates: [Double]?, to history: inout GroupHistory
  ) {
    guard let rates else { return history.append(stock) }
    let exits = stock.indices.map { max(rates[$0] * before[$0], before[$0] - stock[$0]) }
    let entries = stock.indices.map { stock[$0] - (before[$0] - exits[$0]) }
    history.append(stock, entries: entries, exits: exits)
  }

  private func blankHistory(
    _ found: [StartingCount?], _ first: Month, _ world: World
  ) -> GroupHistory {
    var history = GroupHistory(first: first, cells: found.count)
    for cell in world.space.people {
      guard let start = found[cell] else { continue }
      history.status[cell] = max(.estimated, start.status)
      if let size = householdSize {
        history.householdSize[cell] = world.figure(size, cell, world.horizon.first).value.double
      }
    }
    return history
  }

  private func startingStocks(_ rule: RuleHeader, _ world: World) -> [StartingCount?] {
    let found = world.startingCounts(rule, of: start, spreadBy: spreadBy, areaShares: nil)
    for cell in world.space.people where found[cell] == nil { world.missing(start, cell) }
    return found
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let history = world.groups[group]
    let before = history.persons(cell, month.advanced(by: -1))
    let finder = StartingStock(indicator: start, key: spreadBy, areaShares: nil, world: world)
    let last = world.horizon.first.advanced(by: -1)
    guard let found = finder.find(cell, notAfter: last) else {
      return TraceNode(
        title: rule.name, value: "0", unit: Units.persons.text, status: .assumed, citation: rule.citation)
    }
    let trends = CellTrends(indicator: start, world: world)
    let step = max(0, month.months(since: found.month) - 1) / 12
    let growth = trends.change(cell, step: step)
    let tilted = tilt.map { world.share($0, cell, month).value.double } ?? 0
    let factor = found.month < month ? PortableMath.exp((growth + tilted) / 12) : 1
    return TraceNode(
      title: rule.name, formula: "\(before) x \(factor)", value: "\(history.persons(cell, month))",
      unit: Units.persons.text, status: history.status[cell], citation: rule.citation,
      children: [trends.trace(cell, step: step), finder.trace(found, cell, at: last, tracer)]
        + [tilt].compactMap { $0 }.map { tracer.term($0, cell, month) })
  }
}
