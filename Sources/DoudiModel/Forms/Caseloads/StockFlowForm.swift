import DoudiInputs
import DoudiUnits

/// People who stay, leave and come in, month by month.
///
///     exits(m)   = x N(m-1)
///     entries(m) = e P(y) (S(m) / S_ref)^eps
///     N(m)       = (N(m-1) - exits(m)) + entries(m)
///
/// x: exit rate a month; e: entry rate a month among the population at risk P; S: the
/// standard, S_ref its value in the month before the horizon; eps: elasticity of entries,
/// 0 unless the scenario says otherwise. N starts from the newest observed count and is
/// carried to the horizon by the same flows; in months before that count as many come in as leave.
///
/// Holds exactly, in doubles: N(m) == (N(m-1) - exits(m)) + entries(m).
struct StockFlowForm: CaseloadForm {
  static let name = "stock_flow"
  static let summary = Bilingual(zh: "存量与进出", en: "a stock with monthly exits and entries")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .required("start", .indicator, zh: "起点人数", en: "observed count to start from"),
    .required("exit", .term(unit: "%/month"), zh: "月退出率", en: "exit rate"),
    .required("entry", .term(unit: "per_1000/month"), zh: "月新增率", en: "entry rate among those at risk"),
    .required("at_risk", .indicator, zh: "风险人口", en: "population at risk"),
    .required("elasticity", .term(unit: "1"), zh: "新增对标准的弹性", en: "elasticity of entries to the standard"),
    .optional("standard", .amount, zh: "弹性所对标准", en: "the standard of the elasticity"),
    .optional("spread_by", .indicator, zh: "分摊依据", en: "key for spreading a parent's count"),
    .optional(
      "area_shares", .termMap(unit: "%"), role: .parts, zh: "城乡占比",
      en: "shares of the areas in a count without area"),
    .optional(
      "persons_per_household", .term(unit: "persons/household"), zh: "户均人数", en: "persons per household"),
  ]

  let gives: [Int]
  let start: String
  let exit: Term
  let entry: Term
  let atRisk: String
  let elasticity: Term
  let standard: Int?
  let spreadBy: String?
  let areaShares: [(name: String, term: Term)]?
  let householdSize: Term?

  init?(_ reader: FormReader) {
    let (gives, start) = (reader.gives(), reader.indicator("start"))
    let exit = reader.term("exit", unit: "%/month", .share)
    let entry = reader.term("entry", unit: "per_1000/month")
    let (atRisk, elasticity) = (reader.indicator("at_risk"), reader.term("elasticity", unit: "1", .any))
    standard = reader.has("standard") ? reader.amount("standard") : nil
    spreadBy = reader.optionalIndicator("spread_by")
    areaShares = reader.has("area_shares") ? reader.termMap("area_shares", unit: "%", .share) : nil
    householdSize = reader.optionalTerm("persons_per_household", unit: "persons/household")
    guard let gives, let start, let exit, let entry, let atRisk, let elasticity else { return nil }
    (self.gives, self.start, self.exit, self.entry) = ([gives], start, exit, entry)
    (self.atRisk, self.elasticity) = (atRisk, elasticity)
    if standard == nil,
      elasticity.branches.contains(where: { $0.dated.contains { $0.figure.value != .zero } })
    {
      reader.fault(
        "DD1303", "elasticity",
        Bilingual(zh: "弹性不为零时须写standard", en: "an elasticity other than zero needs \"standard\""))
      return nil
    }
  }

  func run(rule: RuleHeader, world: World) {
    let months = world.groupMonths
    let found = startingStocks(rule, world)
    var history = blankHistory(found, months[0], world)
    var stock = found.map { $0?.persons ?? 0 }
    // Nothing flows where no count is known: an error that the run reports.
    let starts = found.map { $0?.month ?? months[months.count - 1] }
    var flows = FlowColumns(self, world)
    var month = min(months[0], (starts.min() ?? months[0]).advanced(by: 1))
    let zeros = [Double](repeating: 0, count: stock.count)
    while month <= months[months.count - 1] {
      flows.advance(to: month, starts: starts)
      let isKept = world.keepsFlows && month >= months[0]
      var (entries, exits) = isKept ? (zeros, zeros) : ([], [])
      for cell in world.space.people {
        let left = stock[cell] * flows.exits[cell]
        let stayed = stock[cell] - left
        // Before the count a steady turnover is taken, so that those who left then are not forgotten.
        let came = starts[cell] < month ? flows.entries(cell, month) : stock[cell] - stayed
        stock[cell] = stayed + came
        if isKept { (entries[cell], exits[cell]) = (came, left) }
      }
      if month >= months[0] { history.append(stock, entries: entries, exits: exits) }
      month = month.advanced(by: 1)
    }
    world.groups[gives[0]] = history
  }

  private func blankHistory(
    _ found: [StartingCount?], _ first: Month, _ world: World
  ) -> GroupHistory {
    var history = GroupHistory(first: first, cells: found.count)
    for cell in world.space.people {
      guard let start = found[cell] else { continue }
      history.status[cell] = max(start.status, flowStatus(cell, world))
      if let size = householdSize {
        history.householdSize[cell] = world.figure(size, cell, world.horizon.first).value.double
      }
    }
    return history
  }

  private func startingStocks(_ rule: RuleHeader, _ world: World) -> [StartingCount?] {
    let found = world.startingCounts(rule, of: start, spreadBy: spreadBy, areaShares: areaShares)
    for cell in world.space.people where found[cell] == nil { world.missing(start, cell) }
    return found
  }

  private func flowStatus(_ cell: Int, _ world: World) -> Status {
    [exit, entry, elasticity].map { world.figure($0, cell, world.horizon.first).status }.max() ?? .assumed
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let history = world.groups[group]
    let before = history.persons(cell, month.advanced(by: -1))
    let offset = month.months(since: history.first)
    let entries = history.entries[offset][cell]
    let finder = StartingStock(indicator: start, key: spreadBy, areaShares: areaShares, world: world)
    var children = [
      tracer.term(exit, cell, month), tracer.term(entry, cell, month), tracer.term(elasticity, cell, month),
    ]
    children.append(tracer.indicator(atRisk, cell, year: month.year, unit: Units.persons))
    let last = world.horizon.first.advanced(by: -1)
    if let found = finder.find(cell, notAfter: last) {
      children.append(finder.trace(found, cell, at: last, tracer))
    }
    return TraceNode(
      title: rule.name,
      formula: "(\(before) - \(history.exits(cell, month))) + \(entries)",
      value: "\(history.persons(cell, month))", unit: "persons", status: history.status[cell],
      citation: rule.citation, children: children)
  }
}
