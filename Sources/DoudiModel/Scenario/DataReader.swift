import DoudiInputs
import DoudiUnits

/// Reads the scenario's `data:`: figures by which monitored limits are decided, "NAME" for the whole
/// place or "NAME@region" for one region.
struct DataReader {
  let file: ScenarioFile
  let limits: [LimitRule]
  let tree: RegionTree
  let bag: DiagnosticBag

  func read() -> [String: DatedFigure] {
    let units = Dictionary(limits.compactMap(\.form.datumRead).map { ($0.name, $0.unit) }) { first, _ in first
    }
    var found: [String: DatedFigure] = [:]
    for (name, node, span) in file.data {
      let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
      guard let base = parts.first, let unit = units[base].flatMap({ Measure(text: $0) }) else {
        unread(name, span, units.keys.sorted())
        continue
      }
      if parts.count == 2 { checkRegion(parts[1], span) }
      if let figure = figure(node, unit) { found[name] = figure }
    }
    return found
  }

  /// One text for each datum, whatever its spelling.
  static func canonical(_ data: [String: DatedFigure]) -> [String] {
    data.sorted { $0.key < $1.key }.map { "data \($0.key): \($0.value.canonicalText)" }
  }

  private func figure(_ node: YAMLNode, _ unit: Measure) -> DatedFigure? {
    if let mapping = node.mapping {
      MappingReader(node, Bilingual(zh: "数据", en: "a datum"), bag: bag)?
        .allow(["value", "status", "source", "note", "why"])
      guard let content = mapping["value"] else {
        bag.error("DD1308", at: node.span, Bilingual(zh: "此处没有数值：应写value", en: "no value here: write value"))
        return nil
      }
      return dated(content, mapping, unit)
    }
    return dated(node, nil, unit)
  }

  private func dated(_ node: YAMLNode, _ mapping: YAMLMapping?, _ unit: Measure) -> DatedFigure? {
    let reader = TermReader(defaultStatus: .observed, bag: bag, nextSlot: { 0 })
    guard let value = reader.value(node, unit) else { return nil }
    let status = mapping?["status"].flatMap { reader.status($0) } ?? .observed
    let origin = TermOrigin(
      span: node.span, source: mapping?["source"]?.scalarText, why: nil, assumption: nil)
    return DatedFigure(from: nil, figure: Figure(value, status), origin: origin)
  }

  private func unread(_ name: String, _ span: SourceSpan, _ known: [String]) {
    let near = nearestName(to: name, among: known)
    bag.error(
      "DD1405", at: span, Bilingual(zh: "没有规则读取数据“\(name)”", en: "no rule reads the datum \"\(name)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
  }

  private func checkRegion(_ text: String, _ span: SourceSpan) {
    guard RegionCode(text).flatMap({ tree.region($0) }) == nil else { return }
    bag.error(
      "DD1410", at: span, Bilingual(zh: "方案中没有区划“\(text)”", en: "the scenario has no region \"\(text)\""))
  }
}
