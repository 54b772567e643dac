import DoudiInputs
import DoudiUnits

/// Lays one value of the command line over a scenario.
struct OverrideLayer {
  private let override: Override

  init(_ override: Override) { self.override = override }

  /// A path that the scenario has is replaced there; any other key names an assumption.
  func applied(to scenario: YAMLMapping) -> YAMLMapping {
    var key = override.key
    if key.hasPrefix("assumptions.") { key = String(key.dropFirst("assumptions.".count)) }
    if key.hasPrefix("data."), override.area == nil { return datum(String(key.dropFirst(5)), in: scenario) }
    let existing = scenario["assumptions"]?.mapping
    if override.narrowness == 0, existing?[key] == nil,
      let changed = scenario.replacing(key.split(separator: ".").map(String.init)[...], with: override.node)
    {
      return changed
    }
    let assumptions = existing ?? YAMLMapping(entries: [])
    let span = scenario["assumptions"]?.span ?? override.span
    let changed = setting(key, in: assumptions, to: placed(assumptions[key]))
    return scenario.setting("assumptions", to: YAMLNode(value: .mapping(changed), span: span))
  }

  /// "data.NAME", with a region "NAME@region" there.
  private func datum(_ name: String, in scenario: YAMLMapping) -> YAMLMapping {
    let data = scenario["data"]?.mapping ?? YAMLMapping(entries: [])
    let name = name + (override.region.map { "@\($0)" } ?? "")
    let node = YAMLNode(
      value: .mapping(setting(name, in: data, to: override.node)),
      span: scenario["data"]?.span ?? override.span)
    return scenario.setting("data", to: node)
  }

  /// A name that is new points at the command line's name.
  private func setting(_ key: String, in mapping: YAMLMapping, to node: YAMLNode) -> YAMLMapping {
    guard mapping[key] == nil else { return mapping.setting(key, to: node) }
    return YAMLMapping(
      entries: mapping.entries + [YAMLEntry(key: key, keySpan: override.keySpan, node: node)])
  }

  private func placed(_ existing: YAMLNode?) -> YAMLNode {
    if let region = override.region { return regional(region, existing) }
    if let area = override.area { return areal(area, in: existing, value: reasoned(existing)) }
    return general(existing)
  }

  /// The value replaced; what else stood beside it (why, source) stays out: it was said of another
  /// value. A bare number is in the unit of the value it replaces.
  private func general(_ existing: YAMLNode?) -> YAMLNode {
    guard let unit = existing.flatMap(Self.writtenUnit), !unit.isOne,
      let quantity = Quantity.parse(text: override.text), quantity.unit.isOne
    else { return override.node }
    return override.node(text: "\(override.text) \(unit)")
  }

  /// The unit of the first number in a node.
  static func writtenUnit(_ node: YAMLNode) -> Measure? {
    if let text = node.scalarText { return Quantity.parse(text: text)?.unit }
    for entry in node.mapping?.entries ?? [] where !TermReader.annotations.contains(entry.key) {
      if let unit = writtenUnit(entry.node) { return unit }
    }
    return nil
  }

  /// The value for one place with a reason of its own: the one beside the general value was said of that.
  private func reasoned(_ existing: YAMLNode?) -> YAMLNode {
    func text(_ words: String) -> YAMLNode {
      YAMLNode(value: .scalar(YAMLScalar(text: words, isQuoted: true)), span: override.span)
    }
    let why = mapping([("zh", text("命令行给定")), ("en", text("given on the command line"))])
    return mapping([
      ("value", general(existing)), ("status", text(Status.assumed.id)), ("why", why),
      ("source", text("--set")),
    ])
  }

  private func mapping(_ entries: [(String, YAMLNode)]) -> YAMLNode {
    let entries = entries.map { YAMLEntry(key: $0, keySpan: override.keySpan, node: $1) }
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: override.span)
  }

  private static let parts = ["urban", "rural", "all"]

  /// True for a value made of several, to which one more can be added.
  private func isComposed(_ node: YAMLNode?) -> Bool {
    node?.mapping.map { present in
      (["value", "regions"] + Self.parts).contains { present[$0] != nil }
    } ?? false
  }

  /// The value of one area set beside, or in place of, what stands there.
  private func areal(_ area: Area, in existing: YAMLNode?, value: YAMLNode) -> YAMLNode {
    guard let existing else { return mapping([(area.id, value)]) }
    guard let present = existing.mapping, isComposed(existing) else {
      return mapping([("value", existing), (area.id, value)])
    }
    var changed = present.setting(area.id, to: value)
    if let inner = present["value"], let divided = inner.mapping, divided[area.id] != nil {
      changed = present.setting("value", to: areal(area, in: inner, value: value))
    }
    return YAMLNode(value: .mapping(changed), span: existing.span)
  }

  private func regional(_ region: RegionCode, _ existing: YAMLNode?) -> YAMLNode {
    var present = existing?.mapping ?? YAMLMapping(entries: [])
    if let existing, !isComposed(existing) {
      present = YAMLMapping(entries: [YAMLEntry(key: "value", keySpan: existing.span, node: existing)])
    }
    let regions = present["regions"]?.mapping ?? YAMLMapping(entries: [])
    var value = reasoned(existing)
    if let area = override.area { value = areal(area, in: regions[region.text], value: value) }
    let changed = YAMLNode(value: .mapping(setting(region.text, in: regions, to: value)), span: override.span)
    return YAMLNode(
      value: .mapping(present.setting("regions", to: changed)), span: existing?.span ?? override.span)
  }
}
