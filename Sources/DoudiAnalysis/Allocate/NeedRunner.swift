import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// Needs of regions out of a run, and out of its draws.
struct RegionNeeds {
  /// Names of all regions of the run.
  let names: [String: Bilingual]
  /// Fen by region, parents included.
  let fen: [String: Int64]
  /// People of the groups asked for at the year's end; empty where none are.
  let recipients: [String: Double]
  /// CNY of each draw by region; empty without draws.
  let draws: [String: [Double]]
}

/// Runs the scenario that needs come from.
struct NeedRunner {
  let loader: SourceLoader
  let bag: DiagnosticBag
  let dataFolder: String?
  let overrides: [Override]

  /// The needs; nil after reports.
  func run(_ rule: NeedRule.RunNeed, folder: String) -> RegionNeeds? {
    let path =
      rule.scenario.value.hasPrefix("/") ? rule.scenario.value : folder + "/" + rule.scenario.value
    let shown = loader.shownPath(path)
    guard loader.isFolder(shown) else {
      bag.error(
        .allocationNeed, at: rule.scenario.span,
        Bilingual(zh: "没有方案文件夹\(shown)", en: "there is no scenario folder \(shown)"))
      return nil
    }
    let models = ModelLoader(loader: loader, bag: bag, dataFolder: dataFolder)
    guard let model = models.load(folder: shown, overrides: overrides) else { return nil }
    let projection = model.run()
    for one in projection.diagnostics { bag.report(one) }
    guard isKnown(rule, model), !bag.hasErrors else { return nil }
    let draws = rule.draws.map { drawn($0, rule, projection, shown) }
    if let draws, draws == nil { return nil }
    let tree = model.space.tree
    return RegionNeeds(
      names: Dictionary(uniqueKeysWithValues: tree.regions.map { ($0.code.text, $0.name) }),
      fen: upwards(money(rule, projection), model), recipients: recipients(rule, projection),
      draws: (draws ?? [:]) ?? [:])
  }

  private func isKnown(_ rule: NeedRule.RunNeed, _ model: Model) -> Bool {
    var isGood = true
    func check(_ name: Located<String>, among known: [String], _ zh: String, _ en: String) {
      guard !known.contains(name.value) else { return }
      let near = nearestName(to: name.value, among: known)
      isGood = false
      bag.error(
        .allocationNeed, at: name.span,
        Bilingual(zh: "测算中没有\(zh)“\(name.value)”", en: "the run has no \(en) \"\(name.value)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    check(rule.output, among: model.programmes.map(\.id) + ["total"], "项目", "programme")
    for group in rule.recipients { check(group, among: model.groups.map(\.id), "人群", "group") }
    if !model.scenario.horizon.years.contains(rule.year.value) {
      isGood = false
      let (first, last) = (model.scenario.horizon.first.year, model.scenario.horizon.last.year)
      bag.error(
        .allocationNeed, at: rule.year.span,
        Bilingual(
          zh: "\(rule.year.value)不在测算期\(first)—\(last)年内",
          en: "\(rule.year.value) is no year of the run, \(first) to \(last)"))
    }
    return isGood
  }

  /// Fen by leaf.
  private func money(_ rule: NeedRule.RunNeed, _ projection: Projection) -> [Int64] {
    let model = projection.model
    var fen = [Int64](repeating: 0, count: model.space.leaves.count)
    for line in projection.lines where line.paid.year == rule.year.value {
      let programme = model.programmes[projection.programme(of: line)].id
      guard rule.output.value == "total" || rule.output.value == programme else { continue }
      fen[model.space.cells[Int(line.cell)].leaf] += line.fen
    }
    return fen
  }

  /// Leaves and the sums of what lies below each parent.
  private func upwards<Value: AdditiveArithmetic>(_ leaves: [Value], _ model: Model) -> [String: Value] {
    var found: [String: Value] = [:]
    for (leaf, value) in zip(model.space.leaves, leaves) {
      found[leaf.code.text, default: .zero] += value
      for parent in model.space.tree.ancestors(of: leaf.code) {
        found[parent.code.text, default: .zero] += value
      }
    }
    return found
  }

  private func recipients(_ rule: NeedRule.RunNeed, _ projection: Projection) -> [String: Double] {
    let model = projection.model
    guard !rule.recipients.isEmpty,
      let last = model.scenario.horizon.months.last(where: { $0.year == rule.year.value })
    else { return [:] }
    var persons = [Double](repeating: 0, count: model.space.leaves.count)
    for group in rule.recipients {
      guard let place = model.groups.firstIndex(where: { $0.id == group.value }) else { continue }
      for cell in model.space.cells.indices {
        persons[model.space.cells[cell].leaf] += projection.world.groups[place].persons(cell, last)
      }
    }
    return upwards(persons, model)
  }

  /// CNY of each draw; nil after a report.
  private func drawn(
    _ draws: NeedRule.Draws, _ rule: NeedRule.RunNeed, _ projection: Projection, _ folder: String
  ) -> [String: [Double]]? {
    let scenario = DrawnScenario(projection)
    guard
      let file = UncertaintyReader(scenario.space, loader: loader, bag: bag).read(
        folder + "/uncertainty.yaml")
    else { return nil }
    let factor = CorrelationFactor.make(file, span: rule.scenario.span, into: bag)
    guard !bag.hasErrors,
      let source = try? SampledDraws(
        file, correlation: factor, leaves: scenario.space.leaves, method: .sobol, draws: draws.count,
        replicates: 1, seed: draws.seed)
    else { return fault(rule, "不能这样抽样", "it cannot be drawn like this") }
    let (written, refused) = scenario.written(for: source.inputs)
    guard refused.isEmpty else {
      let list = refused.joined(separator: ", ")
      return fault(rule, "\(list)不能抽样", "\(list) cannot be drawn")
    }
    var found: [String: [Double]] = [:]
    let run = written.run(source)
    do {
      try run.run { table in
        for (output, one) in table.outputs.enumerated()
        where one.name == rule.output.value && one.year == rule.year.value && one.isMoney {
          for node in table.nodes.names.indices where table.has(node: node, output: output) {
            found[table.nodes.names[node], default: []] += table.draws(node: node, output: output)
          }
        }
      }
    } catch {
      return fault(rule, "抽样没有算完", "the draws could not be run")
    }
    return found
  }

  private func fault<Value>(_ rule: NeedRule.RunNeed, _ zh: String, _ en: String) -> Value? {
    bag.error(.allocationNeed, at: rule.scenario.span, Bilingual(zh: zh, en: en))
    return nil
  }
}

extension DrawOutput {
  /// True for money of a programme or of all.
  fileprivate var isMoney: Bool {
    switch kind {
    case .programme, .total: true
    case .group, .amount, .slack, .refill, .result: false
    }
  }
}
