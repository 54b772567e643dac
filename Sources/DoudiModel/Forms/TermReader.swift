public import DoudiInputs
public import DoudiUnits

/// Reads parameters as they are written in books and scenarios (see the guide to files).
///
/// In a book a plain value is `stated`; an `open` one is looked up among the values the
/// scenario supplies, and reported with its clause when it is not there.
public final class TermReader {
  /// Where the text stands: decides the status of a plain value.
  public let defaultStatus: Status
  /// Supplies the scenario's value for an open term, as a term of the asked unit.
  private let supply: (_ name: String, _ unit: String) -> Term?
  /// Judges a region for which a value is given.
  private let place: (_ region: RegionCode, _ span: SourceSpan) -> Void
  /// Called for an open term nobody supplies; may give a stand-in.
  private let unsupplied: (_ name: String, _ node: YAMLNode) -> Term?
  /// Gives an assumed or estimated term its place in the list of assumptions.
  private let enlist: (_ term: Term) -> Int?
  /// Gives every term its slot.
  private let nextSlot: () -> Int
  private let bag: DiagnosticBag

  /// A reader.
  public init(
    defaultStatus: Status, bag: DiagnosticBag,
    nextSlot: @escaping () -> Int,
    place: @escaping (_ region: RegionCode, _ span: SourceSpan) -> Void = { _, _ in },
    enlist: @escaping (_ term: Term) -> Int? = { _ in nil },
    supply: @escaping (_ name: String, _ unit: String) -> Term? = { _, _ in nil },
    unsupplied: @escaping (_ name: String, _ node: YAMLNode) -> Term? = { _, _ in nil }
  ) {
    (self.defaultStatus, self.bag) = (defaultStatus, bag)
    (self.place, self.enlist, self.nextSlot) = (place, enlist, nextSlot)
    (self.supply, self.unsupplied) = (supply, unsupplied)
  }

  /// What surrounds a value: status, source and reason that a mapping states for all below it.
  private struct Surroundings {
    var status: Status
    var source: String?
    var why: Bilingual?
    var region: RegionCode?
    var area: Area?
  }

  /// The term at `node`; nil after reporting what is wrong.
  public func read(_ node: YAMLNode, name: String, unit: String) -> Term? {
    guard let measure = Measure(text: unit) ?? Measure(text: "1") else { return nil }
    // A scenario's value replaces the book's, open or not: that is how a reform or `--set` works.
    let supplied = supply(name, unit)
    if let supplied, supplied.coversEverything || node.mapping?["open"] != nil {
      return supplied
    }
    if node.mapping?["open"] != nil {
      return unsupplied(name, node)
    }
    guard let own = stated(node, name, measure) else { return supplied }
    // Values for some regions or one area only leave the book's to the others.
    guard let supplied else { return own }
    return Term(name: name, unit: measure, branches: supplied.branches + own.branches, slot: nextSlot())
  }

  private func stated(_ node: YAMLNode, _ name: String, _ measure: Measure) -> Term? {
    let context = Surroundings(status: defaultStatus, source: nil, why: nil, region: nil, area: nil)
    guard let branches = branches(node, context, measure), !branches.isEmpty else { return nil }
    let term = Term(name: name, unit: measure, branches: branches, slot: nextSlot())
    return enlist(term).map { term.numbered($0) } ?? term
  }

  private func branches(_ node: YAMLNode, _ outer: Surroundings, _ unit: Measure) -> [TermBranch]? {
    guard let mapping = node.mapping else {
      return dated(node, from: nil, outer, unit).map {
        [TermBranch(region: outer.region, area: outer.area, dated: [$0])]
      }
    }
    let context = adopt(mapping, outer)
    if mapping["indicator"] != nil { return indicator(mapping, node, context).map { [$0] } }
    if Self.isDated(mapping) { return datedBranch(mapping, context, unit).map { [$0] } }
    return composed(mapping, node, context, unit)
  }

  private func composed(
    _ mapping: YAMLMapping, _ node: YAMLNode, _ context: Surroundings, _ unit: Measure
  ) -> [TermBranch]? {
    var found: [TermBranch] = []
    var understood = false
    for entry in mapping.entries {
      switch entry.key {
      case "value":
        understood = true
        guard let part = branches(entry.node, context, unit) else { return nil }
        found += part
      case "urban", "rural", "all":
        understood = true
        var inner = context
        inner.area = entry.key == "all" ? nil : Area(id: entry.key)
        guard let part = branches(entry.node, inner, unit) else { return nil }
        found += part
      case "regions":
        understood = true
        guard let part = regions(entry.node, context, unit) else { return nil }
        found += part
      default:
        guard Self.annotations.contains(entry.key) else {
          unknown(entry)
          continue
        }
      }
    }
    if !understood {
      bag.error(
        "DD1308", at: node.span,
        Bilingual(
          zh: "此处没有数值：应写value、indicator、日期或城乡之一",
          en: "no value here: write value, indicator, dates, or urban and rural"))
      return nil
    }
    return found
  }

  /// Words for yes/no parameters; which side of a threshold is one of them.
  static let flags: [String: Rational] = [
    "true": .one, "false": .zero, "yes": .one, "no": .zero, "是": .one, "否": .zero,
    "above": .one, "below": .zero,
  ]

  static let annotations: Set<String> = [
    "status", "source", "why", "note", "unit", "suggested", "suggested_source", "method",
  ]

  private func unknown(_ entry: YAMLEntry) {
    let known = Self.annotations.union(["value", "indicator", "urban", "rural", "regions", "open"])
    let near = nearestName(to: entry.key, among: known.sorted())
    bag.error(
      "DD1302", at: entry.keySpan,
      Bilingual(zh: "不认识的键“\(entry.key)”", en: "unknown key \"\(entry.key)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
  }

  private func regions(_ node: YAMLNode, _ context: Surroundings, _ unit: Measure) -> [TermBranch]? {
    guard let entries = node.mapping?.entries else {
      bag.error(
        "DD1305", at: node.span,
        Bilingual(zh: "regions应为区划代码到数值的映射", en: "regions must map region codes to values"))
      return nil
    }
    var found: [TermBranch] = []
    for entry in entries {
      guard let code = RegionCode(entry.key) else {
        bag.error(
          "DD1309", at: entry.keySpan,
          Bilingual(zh: "“\(entry.key)”不是区划代码", en: "\"\(entry.key)\" is not a region code"),
          hint: Bilingual(zh: "代码为六位数字，如有需要加引号", en: "a code has six digits; put it in quotes"))
        continue
      }
      place(code, entry.keySpan)
      var inner = context
      inner.region = code
      guard let part = branches(entry.node, inner, unit) else { return nil }
      found += part
    }
    return found
  }

  private func adopt(_ mapping: YAMLMapping, _ outer: Surroundings) -> Surroundings {
    var context = outer
    if let node = mapping["status"] { context.status = status(node) ?? context.status }
    context.source = mapping["source"]?.scalarText ?? context.source
    for key in ["why", "note"] {
      if let text = mapping[key]?.mapping, let zh = text["zh"]?.scalarText {
        context.why = Bilingual(zh: zh, en: text["en"]?.scalarText ?? zh)
      } else if let text = mapping[key]?.scalarText {
        context.why = Bilingual(zh: text, en: text)
      }
    }
    return context
  }

  /// The status named by `node`; nil after reporting that it is none.
  func status(_ node: YAMLNode) -> Status? {
    if let status = node.scalarText.flatMap({ Status(id: $0) }), status != .open { return status }
    bag.error(
      "DD1307", at: node.span,
      Bilingual(
        zh: "status应为stated、observed、estimated、assumed之一",
        en: "status must be stated, observed, estimated or assumed"))
    return nil
  }

  /// True where a key begins with a digit: dates are the only such keys of a term.
  static func isDated(_ mapping: YAMLMapping) -> Bool {
    mapping.keys.contains { $0.utf8.first.map { (48...57).contains($0) } ?? false }
  }

  /// "2027-01" or "2027-01-15" (which counts from its month on).
  static func month(_ text: String) -> Month? {
    DayText.isDay(text) ? Month(text.prefix(7)) : Month(text)
  }

  private func datedBranch(_ mapping: YAMLMapping, _ context: Surroundings, _ unit: Measure) -> TermBranch? {
    var values: [DatedFigure] = []
    for entry in mapping.entries {
      guard let month = Self.month(entry.key) else {
        bag.error(
          "DD1310", at: entry.keySpan,
          Bilingual(zh: "“\(entry.key)”不是日期", en: "\"\(entry.key)\" is not a date"),
          hint: Bilingual(zh: "写YYYY-MM或YYYY-MM-DD", en: "write YYYY-MM or YYYY-MM-DD"))
        continue
      }
      var inner = context
      var node = entry.node
      if let value = node.mapping, let content = value["value"] {
        inner = adopt(value, context)
        node = content
      }
      guard let figure = dated(node, from: month, inner, unit) else { return nil }
      values.append(figure)
    }
    values.sort { ($0.from ?? month0) < ($1.from ?? month0) }
    return TermBranch(region: context.region, area: context.area, dated: values)
  }

  private var month0: Month { Month(index: 0) }

  private func dated(
    _ node: YAMLNode, from month: Month?, _ context: Surroundings, _ unit: Measure
  ) -> DatedFigure? {
    guard let value = value(node, unit) else { return nil }
    let origin = TermOrigin(
      span: node.span, source: context.source, why: context.why, assumption: nil)
    return DatedFigure(from: month, figure: Figure(value, context.status), origin: origin)
  }

  /// The number at `node` in `unit`; nil after reporting what is wrong.
  func value(_ node: YAMLNode, _ unit: Measure) -> Rational? {
    if unit.text == "flag" {
      if let text = node.scalarText, let value = Self.flags[text] { return value }
      bag.error(
        "DD1311", at: node.span,
        Bilingual(
          zh: "此处应为true、false（是、否；或above、below）",
          en: "true or false (yes, no; or above, below) is expected here"))
      return nil
    }
    guard let quantity = Quantity.parse(node, into: bag) else { return nil }
    // On the command line a bare number is in the declared unit.
    let isArgument = node.span.file.hasPrefix(Override.filePrefix)
    warnOfFraction(quantity.value, unit, node.span)
    if quantity.unit.isOne, unit.acceptsBareNumber || isArgument { return quantity.value }
    // A bare 60 for "%" may be meant as 60 % or as 60 times: the unit has to be written.
    let isBareShare = quantity.unit.isOne && unit.shareFactor.map { $0 != .one } ?? false
    if !isBareShare, let value = quantity.converted(to: unit) { return value }
    bag.error(
      "DD1312", at: node.span,
      quantity.unit.text == "1"
        ? Bilingual(zh: "缺少单位，应为\(unit.text)", en: "the unit is missing, \(unit.text) is expected")
        : Bilingual(
          zh: "单位\(quantity.unit.text)不能换算为\(unit.text)",
          en: "\(quantity.unit.text) cannot be converted to \(unit.text)"),
      hint: Bilingual(
        zh: "例如写“\(quantity.value) \(unit.text)”", en: "for instance \"\(quantity.value) \(unit.text)\""))
    return nil
  }

  /// A bare 0.6 on the command line is 0.6 of the declared unit, as every bare number there is; who
  /// writes it for a share may have meant the fraction.
  private func warnOfFraction(_ value: Rational, _ unit: Measure, _ span: SourceSpan) {
    guard unit == .percent, value > .zero, value < .one, Override.isBareNumber(at: span) else { return }
    let (read, meant) = (value.shortText(), (value * Rational(100)).shortText())
    bag.warning(
      "DD1312", at: span, Bilingual(zh: "\(read)按\(read) %读取", en: "\(read) is read as \(read) %"),
      hint: Bilingual(
        zh: "若指\(meant)%，写\(meant)%；若确为\(read)%，写\(read)%",
        en: "write \(meant)% or \(read)%, whichever is meant"))
  }

  private func indicator(_ mapping: YAMLMapping, _ node: YAMLNode, _ context: Surroundings) -> TermBranch? {
    guard let name = mapping["indicator"]?.scalarText else {
      bag.error(
        "DD1305", at: node.span, Bilingual(zh: "indicator应为指标名", en: "indicator must name an indicator"))
      return nil
    }
    let keys = Self.annotations.union(["indicator", "area", "lag"])
    for entry in mapping.entries where !keys.contains(entry.key) { unknown(entry) }
    let areas = ["own"] + Area.allCases.map(\.id)
    if let area = mapping["area"], !areas.contains(area.scalarText ?? "") {
      bag.error(
        "DD1311", at: area.span,
        Bilingual(
          zh: "area应为\(areas.joined(separator: "、"))之一",
          en: "\"area\" must be one of \(areas.joined(separator: ", "))"))
    }
    var lag = 0
    if let node = mapping["lag"] {
      let years = Quantity.parse(node, into: bag).flatMap {
        $0.unit.isOne ? $0.value : $0.converted(to: Units.years)
      }
      if let years, years >= .zero, years.denominator == 1, years < Rational(100) {
        lag = Int(years.floor)
      } else {
        bag.error(
          "DD1304", at: node.span,
          Bilingual(zh: "lag应为整年数，例如1 years", en: "\"lag\" must be whole years, for instance 1 years"))
      }
    }
    let reference = IndicatorReference(
      name: name, area: mapping["area"]?.scalarText.flatMap { Area(id: $0) }, lag: lag,
      status: context.status,
      origin: TermOrigin(span: node.span, source: context.source, why: context.why, assumption: nil))
    return TermBranch(region: context.region, area: context.area, dated: [], indicator: reference)
  }
}
