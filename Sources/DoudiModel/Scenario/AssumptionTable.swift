import DoudiInputs
import DoudiUnits

/// Matches what rules leave open with what the scenario supplies, and numbers every value
/// that is assumed or estimated.
final class AssumptionTable {
  private(set) var assumptions: [Assumption] = []
  private var entries: [String: (node: YAMLNode, span: SourceSpan)] = [:]
  private var used: Set<String> = []
  /// Every name a rule asked for, for "did you mean".
  private(set) var asked: Set<String> = []
  /// Number of terms read.
  private(set) var slots = 0
  /// What the scenario supplies, as it was understood.
  private var understood: [String: Term] = [:]
  /// Names whose value could not be read.
  private var faulty: Set<String> = []
  private let tree: RegionTree?
  private let bag: DiagnosticBag

  private func newSlot() -> Int {
    defer { slots += 1 }
    return slots
  }

  /// True where open terms get a stand-in: a book is checked without a scenario.
  private let hasStandIns: Bool

  init(
    _ supplied: [(name: String, node: YAMLNode, span: SourceSpan)], tree: RegionTree?,
    hasStandIns: Bool = false, bag: DiagnosticBag
  ) {
    (self.tree, self.hasStandIns, self.bag) = (tree, hasStandIns, bag)
    for entry in supplied { entries[entry.name] = (entry.node, entry.span) }
  }

  /// A reader for the values of a book's rule.
  func bookReader(citation: Citation?, scenario: SourceSpan) -> TermReader {
    TermReader(
      defaultStatus: .stated, bag: bag, nextSlot: newSlot, enlist: { self.enlist($0, citation) },
      supply: { self.supply($0, $1, citation) },
      unsupplied: {
        self.hasStandIns ? self.standIn($0, $1) : self.reportUnsupplied($0, $1, citation, scenario)
      })
  }

  private func enlist(_ term: Term, _ citation: Citation?) -> Int? {
    guard let weakest = term.weakest, weakest >= .estimated else { return nil }
    let number = assumptions.count
    assumptions.append(Assumption(name: term.name, term: term.numbered(number), citation: citation))
    return number
  }

  /// The scenario's value under `name`, in `unit`; nil where it supplies none.
  func supply(_ name: String, _ unit: String, _ citation: Citation?) -> Term? {
    asked.insert(name)
    guard let entry = entries[name] else { return nil }
    used.insert(name)
    let reader = TermReader(
      defaultStatus: .assumed, bag: bag,
      nextSlot: newSlot, place: { self.checkPlace($0, $1, name) }, enlist: { self.enlist($0, citation) },
      unsupplied: { self.reportOpen($0, $1) })
    let term = reader.read(entry.node, name: name, unit: unit)
    if let term { understood["\(name) \(unit)"] = term } else { faulty.insert(name) }
    return term
  }

  /// One text for each value supplied, whatever its spelling: for the run's identifier.
  var canonical: [String] {
    understood.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.canonicalText)" }
  }

  /// True where the scenario gives the name a value that could not be read: that was reported.
  func isFaulty(_ name: String) -> Bool { faulty.contains(name) }

  /// Values are for leaves, where people and money are; only a growth may be that of a parent's figure.
  private func checkPlace(_ code: RegionCode, _ span: SourceSpan, _ name: String) {
    guard let tree else { return }
    guard let region = tree.region(code) else {
      let near = nearestName(to: code.text, among: tree.regions.map(\.code.text))
      bag.error(
        "DD1410", at: span,
        Bilingual(zh: "方案中没有区划“\(code)”", en: "the scenario has no region \"\(code)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return
    }
    guard !tree.isLeaf(code), !name.hasPrefix("growth.") else { return }
    let parts = tree.leaves(under: code).prefix(3).map(\.code.text).joined(separator: ", ")
    bag.error(
      "DD1411", at: span,
      Bilingual(
        zh: "\(region.name.zh)下有分区，应按分区给值", en: "\(region.name.en) is divided; give the values of its parts"),
      hint: Bilingual(
        zh: "分区如\(parts)；全部相同时写value", en: "its parts are \(parts)…; write \"value\" where all are alike"))
  }

  private func reportOpen(_ name: String, _ node: YAMLNode) -> Term? {
    bag.error(
      "DD1402", at: node.span,
      Bilingual(
        zh: "\(name)：方案须给出数值，不能再写open", en: "\(name): a scenario gives a value and cannot leave it open"))
    return nil
  }

  /// All entries "PREFIX.INDICATOR" and "PREFIX.INDICATOR.area" whose indicator is `known`, read in
  /// the unit in which they are written.
  func supplied(prefix: String, unit: String?, known: Set<String>) -> [String: Term] {
    var found: [String: Term] = [:]
    for name in known {
      asked.formUnion(([""] + Area.allCases.map { "." + $0.id }).map { "\(prefix).\(name)\($0)" })
    }
    for name in entries.keys.sorted() where asked.contains(name) && name.hasPrefix(prefix + ".") {
      guard let entry = entries[name] else { continue }
      let written = unit ?? OverrideLayer.writtenUnit(entry.node)?.text ?? "1"
      if let unit { refuseOtherTimes(entry.node, unit) }
      guard let term = supply(name, written, nil) else { continue }
      found[String(name.dropFirst(prefix.count + 1))] = term
    }
    return found
  }

  /// Twelve times a month's growth is no year's growth: it would have to be compounded.
  private func refuseOtherTimes(_ node: YAMLNode, _ unit: String) {
    for entry in node.mapping?.entries ?? [] where !TermReader.annotations.contains(entry.key) {
      refuseOtherTimes(entry.node, unit)
    }
    guard let wanted = Measure(text: unit), let text = node.scalarText,
      let quantity = Quantity.parse(text: text), let factor = quantity.unit.factor(to: wanted),
      factor != quantity.unit.shareFactor.map({ $0 / (wanted.shareFactor ?? .one) })
    else { return }
    let growth = Rational.one + quantity.value * (quantity.unit.shareFactor ?? .one)
    let year = (1..<12).reduce(growth) { product, _ in (product * growth).rounded(toPlaces: 9) } - .one
    let shown = (year * Rational(100)).rounded(toPlaces: 2).shortText()
    bag.error(
      "DD1413", at: node.span,
      Bilingual(
        zh: "增长率须按年给出，\(quantity.unit.text)不能直接用",
        en: "growth is by the year, \(quantity.unit.text) cannot be used"),
      hint: Bilingual(
        zh: "连乘十二个月约为\(shown) \(unit)", en: "twelve months compounded are about \(shown) \(unit)"))
  }

  private func reportUnsupplied(
    _ name: String, _ node: YAMLNode, _ citation: Citation?, _ scenario: SourceSpan
  ) -> Term? {
    guard !faulty.contains(name) else { return nil }
    let open = node.mapping?["open"]?.mapping
    let zh = open?["zh"]?.scalarText ?? name
    let en = open?["en"]?.scalarText ?? name
    let clause = citation.map { "\($0.document.number) \($0.clause)" } ?? ""
    let unit = node.mapping?["unit"]?.scalarText ?? ""
    let example = node.mapping?["suggested"]?.scalarText ?? "… \(unit)"
    let basis = node.mapping?["suggested_source"]?.scalarText.map { "  # \($0)" } ?? ""
    bag.error(
      "DD1401", at: scenario,
      Bilingual(
        zh: "方案未给出\(name)（\(zh)），\(clause)未规定该数",
        en: "the scenario does not supply \(name) (\(en)), which \(clause) leaves open"),
      hint: Bilingual(
        zh: "在assumptions下加：\(name): \(example)\(basis)",
        en: "add under assumptions: \(name): \(example)\(basis)"))
    return nil
  }

  /// A value of one for an open term, where a book is checked without a scenario.
  private func standIn(_ name: String, _ node: YAMLNode) -> Term? {
    let unit = node.mapping?["unit"]?.scalarText.flatMap { Measure(text: $0) } ?? .one
    let origin = TermOrigin(span: node.span, source: nil, why: nil, assumption: nil)
    let value = DatedFigure(from: nil, figure: Figure(.one, .open), origin: origin)
    return Term(
      name: name, unit: unit, branches: [TermBranch(region: nil, area: nil, dated: [value])], slot: newSlot())
  }

  /// Reports entries that nothing reads: a misspelt name must not pass silently.
  func reportUnused() {
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) where !used.contains(name) {
      let near = nearestName(to: name, among: asked.sorted())
      bag.error(
        "DD1405", at: entry.span,
        Bilingual(zh: "没有规则读取“\(name)”", en: "no rule reads \"\(name)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") }
          ?? Bilingual(zh: "核对规则编号与参数名，或删去", en: "check rule and parameter, or remove it"))
    }
  }
}
