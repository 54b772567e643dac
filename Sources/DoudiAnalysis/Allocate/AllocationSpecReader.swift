import DoudiAllocation
import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads the specification of an allocation (DD18xx, and those of every YAML file).
///
/// Everything wrong is reported; what can be read in spite of it is returned, so that the rows are checked, too.
struct AllocationSpecReader {
  let loader: SourceLoader
  let bag: DiagnosticBag

  static let keys = [
    "schema", "allocation", "title", "envelope", "unit", "method", "rows", "columns", "regions", "weights",
    "need", "bounds", "reserve", "recipients", "residents", "batches", "side_conditions", "objective",
    "pareto", "note",
  ]

  /// The specification at `path`, a file or a folder with `allocation.yaml`; nil where it is no mapping.
  func read(_ path: String, overrides: [Override]) -> AllocationSpec? {
    let file = loader.isFolder(path) ? path + "/allocation.yaml" : path
    guard let source = loader.load(file, into: bag), let node = YAMLReader.read(source, into: bag),
      let written = MappingReader(node, Bilingual(zh: "分配方案", en: "an allocation"), bag: bag)
    else { return nil }
    let laid = AllocationOverrides(overrides, over: written.mapping, loader: loader)
    guard
      let top = MappingReader(
        YAMLNode(value: .mapping(laid.mapping), span: written.span), Bilingual(zh: "", en: ""), bag: bag)
    else { return nil }
    top.allow(Self.keys)
    if let version = top.optionalText("schema"), version != "1" {
      bag.error(
        "DD1316", at: top.span("schema"),
        Bilingual(zh: "不支持schema \(version)", en: "schema \(version) is not supported, this program reads 1"))
    }
    let units = AllocationUnit.allCases.map(\.rawValue)
    let unit = top.word("unit", among: units).flatMap { AllocationUnit(rawValue: $0) }
    let figures = PolicyFigureReader(unit: unit ?? .fen, bag: bag)
    let spec = spec(top, unit ?? .fen, figures, file: file, laid.others)
    if case .run = spec.need { return spec }
    for one in laid.others {
      bag.error(
        "DD1405", at: one.span,
        Bilingual(zh: "方案中没有“\(one.key)”", en: "the specification has no \"\(one.key)\""))
    }
    return spec
  }

  private func spec(
    _ top: MappingReader, _ unit: AllocationUnit, _ figures: PolicyFigureReader, file: String,
    _ others: [Override]
  ) -> AllocationSpec {
    let cut = file.lastIndex(of: "/")
    let folder = cut.map { String(file[..<$0]) } ?? "."
    let id = top.optionalText("allocation") ?? Self.name(file, folder)
    let method = method(top, "method") ?? .weights(.largestRemainder)
    let batches = AllocationBatchReader(figures: figures, bag: bag).read(top)
    let envelope = envelope(top, figures, isNeeded: batches.isEmpty)
    let rules = AllocationRuleReader(figures: figures, bag: bag)
    let conditions = AllocationConditionReader(figures: figures, bag: bag).read(top)
    return AllocationSpec(
      id: id, title: top.node("title").flatMap { title($0, top) } ?? Bilingual(zh: id, en: id),
      envelope: envelope, unit: unit, method: method, rows: located(top, "rows", isNeeded: true),
      regions: located(top, "regions"), columns: rules.columns(top), weights: rules.weights(top),
      need: AllocationNeedReader(figures: figures, bag: bag).read(top), bounds: rules.bounds(top),
      reserve: rules.reserve(top), batches: batches, conditions: conditions,
      keepsNearFormula: top.word("objective", among: ["coverage", "formula"], default: "coverage")
        == "formula",
      candidates: candidates(top), people: (located(top, "recipients"), located(top, "residents")),
      figures: figures.figures, folder: cut == file.startIndex ? "/" : folder, overrides: others,
      span: top.span)
  }

  /// "scenarios/NAME/allocation.yaml" is NAME, "x/spec.yaml" is spec.
  private static func name(_ file: String, _ folder: String) -> String {
    func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let name = last(file)
    if name == "allocation.yaml", folder != "." { return last(folder) }
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private func title(_ node: YAMLNode, _ top: MappingReader) -> Bilingual? {
    if let text = node.scalarText { return Bilingual(zh: text, en: text) }
    return top.bilingual("title")
  }

  private func method(_ top: MappingReader, _ key: String) -> AllocationMethod? {
    let fallback = ApportionmentMethod.largestRemainder.rawValue
    return top.word(key, among: AllocationMethod.names, default: fallback)
      .flatMap { AllocationMethod(name: $0) }
  }

  private func envelope(
    _ top: MappingReader, _ figures: PolicyFigureReader, isNeeded: Bool
  ) -> PolicyFigure? {
    guard let node = top.node("envelope") else {
      if isNeeded { _ = top.text("envelope") }
      return nil
    }
    guard let figure = figures.read(node, "envelope", .money, mayBeNegative: true) else { return nil }
    return PotCheck.isPot(figure, bag) ? figure : nil
  }

  private func located(_ top: MappingReader, _ key: String, isNeeded: Bool = false) -> Located<String>? {
    guard isNeeded || top.node(key) != nil, let text = top.text(key) else { return nil }
    return Located(text, top.span(key))
  }

  private func candidates(_ top: MappingReader) -> [AllocationMethod] {
    var found: [AllocationMethod] = []
    for (text, span) in top.texts("pareto") {
      guard let method = AllocationMethod(name: text) else {
        let near = nearestName(to: text, among: AllocationMethod.names)
        bag.error(
          "DD1311", at: span, Bilingual(zh: "没有方法“\(text)”", en: "there is no method \"\(text)\""),
          hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
        continue
      }
      if found.contains(method) {
        bag.error(.allocationTwice, at: span, Bilingual(zh: "\(text)重复", en: "\(text) is written twice"))
      }
      found.append(method)
    }
    return found
  }
}

/// Whether a figure can be a pot.
enum PotCheck {
  static func isPot(_ figure: PolicyFigure, _ bag: DiagnosticBag, mayBeNegative: Bool = false) -> Bool {
    let value = figure.value
    let largest = Rational(Int128(Envelope.largestPot), over: 1)
    func fault(_ zh: String, _ en: String) -> Bool {
      bag.error(.allocationPot, at: figure.span, Bilingual(zh: zh, en: en))
      return false
    }
    if value < .zero, !mayBeNegative { return fault("资金总额不能为负", "a pot must not be negative") }
    if !value.isWhole { return fault("资金总额应为单位的整数倍", "a pot is a whole number of units") }
    if value > largest || Rational.zero - value > largest {
      return fault("资金总额太大，至多\(Envelope.largestPot)", "a pot has at most \(Envelope.largestPot) units")
    }
    return true
  }
}
