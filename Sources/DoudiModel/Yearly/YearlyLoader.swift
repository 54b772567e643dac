public import DoudiInputs
import DoudiUnits

/// From the folder of a yearly scenario to its model.
public struct YearlyLoader {
  private let loader: SourceLoader
  private let bag: DiagnosticBag
  private let dataFolder: String?

  static let keys = [
    "schema", "scenario", "title", "kind", "step", "rules", "regions", "parameters", "years", "outputs",
    "not_added",
  ]
  static let ruleKeys = ["id", "form", "name", "note", "source"]

  /// A loader.
  /// - Parameters:
  ///   - loader: reads files and keeps them for excerpts.
  ///   - bag: collects every problem of every file.
  ///   - dataFolder: a folder whose tables stand in for those of the same name.
  public init(loader: SourceLoader, bag: DiagnosticBag, dataFolder: String? = nil) {
    (self.loader, self.bag, self.dataFolder) = (loader, bag, dataFolder)
  }

  /// True where the scenario of a folder has yearly steps.
  public static func isYearly(_ folder: String, loader: SourceLoader) -> Bool {
    let path = folder + "/scenario.yaml"
    let bag = DiagnosticBag()
    guard !folder.isEmpty, loader.exists(path), let file = loader.load(path, into: bag),
      let node = YAMLReader.read(file, into: bag)
    else { return false }
    return node.mapping?["step"]?.scalarText == "year"
  }

  /// The model of a folder; nil where anything is wrong, all of it reported.
  /// - Parameters:
  ///   - folder: the scenario.
  ///   - overrides: "NAME=value" for parameters, as after `--set`.
  /// - Returns: the model.
  public func load(folder: String, overrides: [Override] = []) -> YearlyModel? {
    guard let top = mapping(folder + "/scenario.yaml", Bilingual(zh: "方案", en: "a scenario")) else {
      return nil
    }
    top.allow(Self.keys)
    if let version = top.text("schema"), version != "1" {
      bag.error(
        "DD1316", at: top.span("schema"),
        Bilingual(zh: "不支持schema \(version)", en: "schema \(version) is not supported, this program reads 1"))
    }
    let (id, title) = (top.text("scenario"), top.bilingual("title"))
    let years = years(top)
    let regions = top.text("regions").flatMap { table($0, folder, top.span("regions"), key: "region") }
    let parameters = top.text("parameters").flatMap { table($0, folder, top.span("parameters"), key: "name") }
    let file = top.text("rules").flatMap { mapping(folder + "/" + $0, Bilingual(zh: "规则", en: "rules")) }
    let (rules, quantities) = (file.map(rules), file.map(quantities) ?? [])
    let outputs = top.texts("outputs")
    guard let id, let title, let years, let regions, let parameters, let rules, !bag.hasErrors else {
      return nil
    }
    let given = YearlyValues(parameters, regions).with(overrides, bag)
    let known = Set(regions.columns + parameters.names)
    guard let order = YearlyOrder(rules, known: known, bag: bag).sorted else { return nil }
    let results = Set(rules.flatMap { $0.form.gives })
    for one in outputs where !results.contains(one.text) {
      bag.error("DD1306", at: one.span, Bilingual(zh: "没有规则给出\(one.text)", en: "no rule gives \(one.text)"))
    }
    check(quantities, known)
    guard !bag.hasErrors else { return nil }
    return YearlyModel(
      id: id, title: title, regions: regions.names, columns: regions.columns, parameters: parameters.names,
      outputs: outputs.map(\.text), years: years, figures: given.figures, values: given.parameters,
      own: given.own,
      rules: order.map { rules[$0].form }, quantities: quantities,
      intensive: Set(top.texts("not_added").map(\.text)))
  }

  private func mapping(_ path: String, _ what: Bilingual) -> MappingReader? {
    guard let file = loader.load(path, into: bag), let node = YAMLReader.read(file, into: bag) else {
      return nil
    }
    return MappingReader(node, what, bag: bag)
  }

  private func years(_ top: MappingReader) -> Int? {
    guard let text = top.text("years") else { return nil }
    if let years = Int(text), (1...100).contains(years) { return years }
    bag.error(
      "DD1403", at: top.span("years"),
      Bilingual(zh: "years应为1至100的整数", en: "\"years\" is a whole number, 1 to 100"))
    return nil
  }

  private func rules(_ top: MappingReader) -> [YearlyRule] {
    top.allow(["schema", "quantities", "rules"])
    return top.list("rules").compactMap { rule($0) }
  }

  private func quantities(_ top: MappingReader) -> [YearlyQuantity] {
    top.list("quantities").compactMap { YearlyQuantity($0, bag: bag) }
  }

  private func check(_ quantities: [YearlyQuantity], _ known: Set<String>) {
    var seen: Set<String> = []
    for one in quantities {
      if !known.contains(one.of) {
        let near = nearestName(to: one.of, among: known.sorted())
        bag.error(
          "DD1306", at: one.span,
          Bilingual(zh: "没有参数或列\(one.of)", en: "there is no parameter or column \(one.of)"),
          hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      }
      if !seen.insert(one.of).inserted {
        bag.error(
          "DD1317", at: one.span, Bilingual(zh: "\(one.of)写了两次", en: "\(one.of) is given twice"))
      }
    }
  }

  private func rule(_ node: YAMLNode) -> YearlyRule? {
    guard let one = MappingReader(node, Bilingual(zh: "规则", en: "a rule"), bag: bag) else { return nil }
    guard let id = one.text("id"), let name = one.text("form") else { return nil }
    guard let form = YearlyForms.form(named: name) else {
      let near = nearestName(to: name, among: YearlyForms.all.map { $0.name })
      bag.error(
        "DD1301", at: one.span("form"),
        Bilingual(zh: "没有名为“\(name)”的规则形式", en: "there is no form named \"\(name)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return nil
    }
    one.allow(Self.ruleKeys + form.keys)
    let reader = YearlyReader(one)
    return form.init(reader).map { YearlyRule(id: id, form: $0, reads: reader.reads, span: node.span) }
  }

  private func table(_ name: String, _ folder: String, _ span: SourceSpan, key: String) -> YearlyTable? {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let other = dataFolder.map { $0 + "/" + file }
    let path = other.flatMap { loader.exists($0) ? $0 : nil } ?? folder + "/" + name
    guard let source = loader.load(path, into: bag, referrer: span),
      let rows = CSVReader.read(source, into: bag)
    else {
      return nil
    }
    return YearlyTable(rows, key: key, bag: bag)
  }
}

/// A bound yearly rule.
struct YearlyRule {
  let id: String
  let form: any YearlyForm
  let reads: [YearlyOperand]
  let span: SourceSpan
}
