public import DoudiInputs
public import DoudiUnits

/// Names that rules of one model may refer to.
public struct Namespace: Sendable {
  /// Amounts by identifier.
  public var amounts: [String: Int] = [:]
  /// Units in which amounts are stated, by position.
  public var amountUnits: [Measure] = []
  /// Groups by identifier.
  public var groups: [String: Int] = [:]
  /// Rule that gives each group.
  public var groupGivers: [String: String] = [:]
  /// Programmes by identifier.
  public var programmes: [String: Int] = [:]
  /// Rules by identifier.
  public var rules: [String: Int] = [:]
  /// Name of each rule's form.
  public var forms: [String: String] = [:]

  /// No names.
  public init() {}
}

/// Reads the keys of one rule for its form, reporting every problem at its place.
///
/// What was read is remembered, so that dependencies and listings need no second list.
public final class FormReader {
  /// Identifier of the rule.
  public let ruleID: String
  /// The names in reach.
  public let names: Namespace
  /// Amounts the rule refers to.
  public private(set) var amountsRead: [Int] = []
  /// Groups the rule refers to.
  public private(set) var groupsRead: [Int] = []
  /// Programmes whose ledger lines the rule reads.
  public private(set) var programmesRead: [Int] = []
  /// Rules it continues.
  public private(set) var rulesRead: [String] = []
  /// Indicators it names.
  public private(set) var indicatorsRead: [String] = []
  /// Terms in the order in which they were read.
  public private(set) var terms: [Term] = []

  private let mapping: YAMLMapping
  private let span: SourceSpan
  private let termReader: TermReader
  private let bag: DiagnosticBag

  /// A reader over one rule's mapping.
  public init(
    ruleID: String, mapping: YAMLMapping, span: SourceSpan, names: Namespace,
    termReader: TermReader, bag: DiagnosticBag
  ) {
    (self.ruleID, self.mapping, self.span) = (ruleID, mapping, span)
    (self.names, self.termReader, self.bag) = (names, termReader, bag)
  }

  /// True where the key is written.
  public func has(_ key: String) -> Bool { mapping[key] != nil }

  /// A required parameter.
  public func term(_ key: String, unit: String, _ range: TermRange = .notNegative) -> Term? {
    guard let node = mapping[key] else { return missing(key) }
    return read(node, name: "\(ruleID).\(key)", unit: unit, range)
  }

  /// An optional parameter: nil where it is not written.
  public func optionalTerm(_ key: String, unit: String, _ range: TermRange = .notNegative) -> Term? {
    guard let node = mapping[key] else { return nil }
    return read(node, name: "\(ruleID).\(key)", unit: unit, range)
  }

  /// A required parameter whose unit is one of several; the one written decides.
  public func term(_ key: String, anyOf units: [String]) -> Term? {
    guard let node = mapping[key] else { return missing(key) }
    let written = (node.scalarText ?? node.mapping?["value"]?.scalarText ?? node.mapping?["unit"]?.scalarText)
    let unit = written.flatMap { text in units.first { text.hasSuffix($0) } } ?? units[0]
    return read(node, name: "\(ruleID).\(key)", unit: unit, .notNegative)
  }

  /// True where the value of `key` is a mapping that has `inner`.
  public func hasKey(_ inner: String, in key: String) -> Bool { mapping[key]?.mapping?[inner] != nil }

  /// The names under which the mapping at `key` has something, read or not.
  public func names(in key: String) -> Set<String> { Set(mapping[key]?.mapping?.keys ?? []) }

  /// Named parameters of one unit, in the order written.
  public func termMap(
    _ key: String, unit: String, _ range: TermRange = .notNegative
  ) -> [(name: String, term: Term)]? {
    guard let node = mapping[key] else { return missing(key) }
    guard let entries = node.mapping?.entries else {
      bag.error(
        "DD1305", at: node.span,
        Bilingual(zh: "“\(key)”应为名称到数值的映射", en: "\"\(key)\" must map names to values"))
      return nil
    }
    return entries.compactMap { entry in
      read(entry.node, name: "\(ruleID).\(key).\(entry.key)", unit: unit, range).map { (entry.key, $0) }
    }
  }

  /// The reader of a nested mapping.
  public func object(_ key: String) -> FormReader? {
    guard let node = mapping[key], let inner = node.mapping else { return nil }
    return FormReader(
      ruleID: "\(ruleID).\(key)", mapping: inner, span: node.span, names: names,
      termReader: termReader, bag: bag)
  }

  /// Takes over what a nested reader has read.
  public func absorb(_ inner: FormReader) {
    terms += inner.terms
    amountsRead += inner.amountsRead
    groupsRead += inner.groupsRead
    programmesRead += inner.programmesRead
    indicatorsRead += inner.indicatorsRead
    rulesRead += inner.rulesRead
  }

  /// A required amount.
  public func amount(_ key: String) -> Int? {
    let found = reference(key, among: names.amounts, kind: Bilingual(zh: "标准", en: "amount"))
    if let found { amountsRead.append(found) }
    return found
  }

  /// A required group.
  public func group(_ key: String) -> Int? {
    let found = reference(key, among: names.groups, kind: Bilingual(zh: "人群", en: "group"))
    if let found { groupsRead.append(found) }
    return found
  }

  /// Several groups.
  public func groups(_ key: String) -> [Int]? {
    list(key, among: names.groups, kind: Bilingual(zh: "人群", en: "group")).map { found in
      groupsRead += found
      return found
    }
  }

  /// A required programme.
  public func programme(_ key: String = "programme") -> Int? {
    reference(key, among: names.programmes, kind: Bilingual(zh: "项目", en: "programme"))
  }

  /// A programme whose payments the rule reads.
  public func readsProgramme(_ key: String) -> Int? {
    let found = programme(key)
    if let found { programmesRead.append(found) }
    return found
  }

  /// Several programmes.
  public func programmes(_ key: String) -> [Int]? {
    list(key, among: names.programmes, kind: Bilingual(zh: "项目", en: "programme"))
  }

  /// The identifier of another rule, which must be of the named form.
  public func rule(_ key: String, form: String) -> String? {
    let kind = Bilingual(zh: "规则", en: "rule")
    guard reference(key, among: names.rules, kind: kind) != nil, let id = text(key) else { return nil }
    guard let found = names.forms[id], found != form else {
      rulesRead.append(id)
      return id
    }
    fault(
      "DD1306", key,
      Bilingual(
        zh: "规则\(id)的形式是\(found)，此处应为\(form)", en: "rule \(id) is of form \(found), \(form) is expected here")
    )
    return nil
  }

  /// A group the rule itself gives.
  public func gives(_ key: String = "gives") -> Int? {
    guard let name = text(key) else { return missing(key) }
    // A name that another rule gives is that one's; the clash was reported.
    return names.groupGivers[name] == ruleID ? names.groups[name] : nil
  }

  /// A name of an indicator.
  public func indicator(_ key: String) -> String? { optionalIndicator(key) ?? missing(key) }

  /// A name of an indicator; nil where it is not written.
  public func optionalIndicator(_ key: String) -> String? {
    let found = text(key)
    if let found { indicatorsRead.append(found) }
    return found
  }

  /// Everything read so far.
  public var reads: RuleReads {
    let references = terms.flatMap { $0.branches.compactMap { $0.indicator?.name } }
    return RuleReads(
      amounts: Set(amountsRead), groups: Set(groupsRead), programmes: Set(programmesRead),
      rules: Set(rulesRead), indicators: Set(indicatorsRead + references),
      assumptions: terms.reduce(into: []) { $0.formUnion($1.assumptions) })
  }

  /// A plain word; nil where it is not written or is no word.
  public func text(_ key: String) -> String? { mapping[key]?.scalarText }

  /// Several plain words.
  public func texts(_ key: String) -> [String]? {
    mapping[key]?.sequence?.compactMap(\.scalarText)
  }

  /// An area; nil where not written.
  public func area(_ key: String) -> Area? { text(key).flatMap { Area(id: $0) } }

  /// A whole number, `fallback` where it is not written.
  public func integer(_ key: String, in range: ClosedRange<Int>, default fallback: Int) -> Int {
    guard let node = mapping[key] else { return fallback }
    guard let number = node.scalarText.flatMap({ Int($0) }), range.contains(number) else {
      bag.error(
        "DD1304", at: node.span,
        Bilingual(
          zh: "“\(key)”应为\(range.lowerBound)至\(range.upperBound)的整数",
          en: "\"\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return fallback
    }
    return number
  }

  /// A required whole number.
  public func requiredInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard has(key) else { return missing(key) }
    return integer(key, in: range, default: range.lowerBound)
  }

  /// Both texts of a mapping {zh, en}; nil where it is not written.
  public func bilingual(_ key: String) -> Bilingual? {
    guard let mapping = mapping[key]?.mapping, let zh = mapping["zh"]?.scalarText,
      let en = mapping["en"]?.scalarText
    else { return nil }
    return Bilingual(zh: zh, en: en)
  }

  /// Reports a problem of the rule at one of its keys.
  public func fault(_ code: String, _ key: String, _ message: Bilingual, hint: Bilingual? = nil) {
    bag.error(code, at: mapping[key]?.span ?? span, message, hint: hint)
  }

  private func read(_ node: YAMLNode, name: String, unit: String, _ range: TermRange) -> Term? {
    guard let read = termReader.read(node, name: name, unit: unit) else { return nil }
    let term = read.limited(to: read.unit.isDuration ? .whole : range)
    term.check(term.range, bag)
    terms.append(term)
    return term
  }

  private func reference(_ key: String, among known: [String: Int], kind: Bilingual) -> Int? {
    guard let node = mapping[key] else { return missing(key) }
    return resolve(node, among: known, kind: kind)
  }

  private func list(_ key: String, among known: [String: Int], kind: Bilingual) -> [Int]? {
    guard let node = mapping[key] else { return missing(key) }
    guard let items = node.sequence else { return resolve(node, among: known, kind: kind).map { [$0] } }
    let found = items.compactMap { resolve($0, among: known, kind: kind) }
    return found.count == items.count ? found : nil
  }

  private func resolve(_ node: YAMLNode, among known: [String: Int], kind: Bilingual) -> Int? {
    guard let name = node.scalarText else {
      bag.error(
        "DD1305", at: node.span,
        Bilingual(zh: "此处应为\(kind.zh)的代号", en: "the identifier of \(article(kind.en)) is expected here"))
      return nil
    }
    if let found = known[name] { return found }
    let near = nearestName(to: name, among: known.keys.sorted())
    bag.error(
      "DD1306", at: node.span,
      Bilingual(zh: "没有名为“\(name)”的\(kind.zh)", en: "there is no \(kind.en) named \"\(name)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  private func article(_ noun: String) -> String { noun == "amount" ? "an \(noun)" : "a \(noun)" }

  private func missing<T>(_ key: String) -> T? {
    bag.error(
      "DD1303", at: span,
      Bilingual(zh: "规则\(ruleID)缺少“\(key)”", en: "rule \(ruleID) lacks \"\(key)\""))
    return nil
  }
}
