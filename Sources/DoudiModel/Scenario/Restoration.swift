import DoudiInputs
import DoudiUnits

/// Inputs of another run that a scenario is told in place of its own, after everything else: to see what each moves.
///
/// Values of parameters go in as `--set` gives them, what the other run was not told is taken out, rules are switched
/// as a reform switches them; observed figures and money sent from above are replaced where they stand.
public struct Restoration: Sendable {
  let inputs: [ToldInput]

  /// Inputs in any order.
  public init(_ inputs: [ToldInput] = []) { self.inputs = inputs }

  /// What of a scenario's own settings can be told.
  static let settings: Set<String> = ["horizon.first", "horizon.last", "kind", "options.calendar"]

  private func named(_ kind: ModelInput.Kind) -> [ToldInput] { inputs.filter { $0.kind == kind } }

  // MARK: the scenario's file

  /// The scenario's mapping with the inputs that stand in it.
  func applied(to scenario: YAMLMapping) -> YAMLMapping {
    guard !inputs.isEmpty else { return scenario }
    var changed = scenario
    for one in named(.parameter) { changed = set(one, in: "assumptions", of: changed) }
    for one in named(.datum) { changed = set(one, in: "data", of: changed) }
    for one in named(.scenario) { changed = setting(one, in: changed) }
    return switched(changed)
  }

  private func node(_ one: ToldInput) -> YAMLNode? {
    guard let value = one.value else { return nil }
    let isPlain = one.kind == .datum || one.kind == .scenario
    let text = isPlain ? plain(one, value) : TermText(value, unit: one.unit)?.yaml ?? value
    return Override(argument: "\(one.name.prefix { $0 != "@" })=\(text)")?.node
  }

  private func plain(_ one: ToldInput, _ value: String) -> String {
    if one.name == "options.calendar" { return "{\(value)}" }
    return one.unit.isEmpty || one.unit == "1" ? value : "\(value) \(one.unit)"
  }

  private func set(_ one: ToldInput, in key: String, of scenario: YAMLMapping) -> YAMLMapping {
    let inner = scenario[key]?.mapping ?? YAMLMapping(entries: [])
    var entries = inner.entries.filter { $0.key != one.name }
    let node = node(one)
    if let node { entries.append(YAMLEntry(key: one.name, keySpan: node.span, node: node)) }
    guard let span = scenario[key]?.span ?? node?.span else { return scenario }
    return scenario.setting(key, to: YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: span))
  }

  private func setting(_ one: ToldInput, in scenario: YAMLMapping) -> YAMLMapping {
    guard let node = node(one) else { return scenario }
    let path = one.name.split(separator: ".").map(String.init)
    if let changed = scenario.replacing(path[...], with: node) { return changed }
    guard path.count == 2 else { return scenario.setting(one.name, to: node) }
    let inner = (scenario[path[0]]?.mapping ?? YAMLMapping(entries: [])).setting(path[1], to: node)
    return scenario.setting(path[0], to: YAMLNode(value: .mapping(inner), span: node.span))
  }

  private func switched(_ scenario: YAMLMapping) -> YAMLMapping {
    let rules = named(.rule)
    let nodes = { (isOn: Bool) in
      rules.filter { ($0.value != nil) == isOn }.compactMap {
        Override(argument: "\($0.name)=\($0.name)")?.node
      }
    }
    return ReformLayer.switching(on: nodes(true), off: nodes(false), in: scenario)
  }

  // MARK: figures

  /// The observed figures with those that are told.
  func applied(to table: ObservationTable, into bag: DiagnosticBag) -> ObservationTable {
    var changed = table
    var lines = [ObservationTable.columns.joined(separator: ",")]
    for one in named(.observation) {
      guard let place = ToldInput.Observed(one.name) else { continue }
      changed.remove(place.indicator, region: place.region, area: place.area, period: place.period)
      guard let value = one.value else { continue }
      let cells = [
        "\(place.region)", place.area.id, "\(place.period)", place.indicator, value, one.unit,
        Status.observed.id,
        "earlier run",
      ]
      lines.append(cells.joined(separator: ","))
    }
    guard lines.count > 1,
      let rows = CSVReader.read(
        SourceFile(path: Override.filePrefix, text: lines.joined(separator: "\n") + "\n"), into: bag)
    else { return changed }
    changed.add(rows, into: bag)
    return changed
  }

  /// Who pays for each fund, with the money that is told.
  func applied(to funding: [FundRule], funds: [NamedEntry]) -> [FundRule] {
    zip(funding, funds).enumerated().map { place, pair in
      guard case .transfers(var rows, var own) = pair.0 else { return pair.0 }
      for one in named(.transfer) {
        if one.name == "\(pair.1.id).own" {
          own = one.value.flatMap { Tier(id: $0) } ?? own
        } else if one.name.hasPrefix(pair.1.id + " ") {
          rows = replacing(one, in: rows, fund: place, named: pair.1.id)
        }
      }
      return .transfers(rows, own: own)
    }
  }

  private func replacing(_ one: ToldInput, in rows: [Transfer], fund: Int, named id: String) -> [Transfer] {
    let left = rows.filter { ModelInput.name(of: $0, fund: id) != one.name }
    let parts = one.name.split(separator: " ", maxSplits: 4).map(String.init)
    guard parts.count >= 4, let region = RegionCode(parts[1]), let year = Int(parts[2]),
      let tier = Tier(id: parts[3]),
      let amount = one.value.flatMap({ Rational(decimal: $0) }).flatMap({ Money(yuan: $0) })
    else { return left }
    return left + [
      Transfer(
        region: region, year: year, fund: fund, tier: tier, batch: parts.count == 5 ? parts[4] : "",
        amount: amount, status: .observed)
    ]
  }

  // MARK: whether it took

  /// True where a model was told all of it.
  func isHeld(by model: Model) -> Bool {
    let told = Dictionary(model.inputs.map { (Key($0.kind, $0.name), $0) }) { first, _ in first }
    return inputs.allSatisfy { one in
      if one.kind == .observation { return isSeen(one, in: model.table) }
      let now = told[Key(one.kind, one.name)]
      guard let value = one.value else {
        // What a rule says of itself stays where the scenario says nothing.
        return now == nil || (one.kind == .parameter && now?.isSupplied == false)
      }
      return one.kind == .rule ? now != nil : now?.recorded.text == value
    }
  }

  private func isSeen(_ one: ToldInput, in table: ObservationTable) -> Bool {
    guard let place = ToldInput.Observed(one.name) else { return false }
    let seen = table.value(place.indicator, region: place.region, area: place.area, period: place.period)
    return seen.map { ModelInput($0).recorded.text } == one.value
  }

  private struct Key: Hashable {
    let kind: ModelInput.Kind
    let name: String
    init(_ kind: ModelInput.Kind, _ name: String) { (self.kind, self.name) = (kind, name) }
  }
}
