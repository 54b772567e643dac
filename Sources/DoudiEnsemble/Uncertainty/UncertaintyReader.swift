public import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads a file of uncertain parameters against the scenario they belong to.
public struct UncertaintyReader {
  private let space: DrawSpace
  private let loader: SourceLoader
  private let bag: DiagnosticBag

  static let keys = ["schema", "uncertainty", "title", "inputs", "correlations", "nearest", "ceilings"]
  static let inputKeys = [
    "id", "name", "parameter", "effect", "areas", "regions", "each", "loading", "distribution", "source",
    "why", "note",
  ]

  /// A reader.
  public init(_ space: DrawSpace, loader: SourceLoader, bag: DiagnosticBag) {
    (self.space, self.loader, self.bag) = (space, loader, bag)
  }

  /// The file at `path`; nil after reporting everything that is wrong with it (DD17xx).
  public func read(_ path: String) -> UncertaintyFile? {
    guard let file = loader.load(path, into: bag), let node = YAMLReader.read(file, into: bag),
      let top = MappingReader(node, Bilingual(zh: "不确定性", en: "uncertainty"), bag: bag)
    else { return nil }
    top.allow(Self.keys)
    if let version = top.text("schema"), version != "1" {
      bag.error(
        "DD1316", at: top.span("schema"),
        Bilingual(zh: "不支持schema \(version)", en: "schema \(version) is not supported, this program reads 1"))
    }
    let inputs = top.list("inputs").compactMap { input($0) }
    refuseRepeats(inputs)
    if top.list("inputs").isEmpty {
      bag.error(.uncertainNothing, at: top.span, Bilingual(zh: "inputs是空的", en: "\"inputs\" is empty"))
    }
    let pairs = CorrelationReader(bag: bag, names: inputs.map(\.id), written: written(top)).read(top)
    let nearest = top.word("nearest", among: ["true", "false"], default: "false") == "true"
    let ceilings = top.list("ceilings").flatMap { ceiling($0) }
    guard !bag.hasErrors else { return nil }
    return UncertaintyFile(inputs: inputs, correlations: pairs, takesNearest: nearest, ceilings: ceilings)
  }

  /// Identifiers as written, whatever else is wrong with the inputs.
  private func written(_ top: MappingReader) -> Set<String> {
    Set(
      top.list("inputs").compactMap {
        $0.mapping?["id"]?.scalarText ?? $0.mapping?["parameter"]?.scalarText
      })
  }

  private func refuseRepeats(_ inputs: [UncertainQuantity]) {
    var seen: Set<String> = []
    for one in inputs where !seen.insert(one.id).inserted {
      bag.error(.uncertainTwice, at: one.span, Bilingual(zh: "\(one.id)重复", en: "\(one.id) is written twice"))
    }
  }

  private func input(_ node: YAMLNode) -> UncertainQuantity? {
    guard let one = MappingReader(node, Bilingual(zh: "不确定参数", en: "an input"), bag: bag) else { return nil }
    one.allow(Self.inputKeys)
    let effects = UncertainInput.Effect.allCases.map(\.rawValue)
    guard let parameter = one.text("parameter"), let own = unit(parameter, one.span("parameter")),
      let effect = one.word("effect", among: effects, default: "replace").flatMap(
        UncertainInput.Effect.init(rawValue:)),
      let written = one.node("distribution") ?? missing(one, "distribution")
    else { return nil }
    let unit = effect == .multiply ? .one : own
    guard let distribution = DistributionReader(bag: bag, unit: unit).read(written) else { return nil }
    let id = one.optionalText("id") ?? parameter
    return UncertainQuantity(
      id: id,
      name: one.node("name") == nil
        ? Bilingual(zh: id, en: id) : one.bilingual("name") ?? Bilingual(zh: id, en: id),
      input: UncertainInput(
        name: parameter, regions: Set(one.texts("regions").flatMap { places($0.text, $0.span) }),
        areas: Set(one.texts("areas").compactMap { area($0.text, $0.span) }), effect: effect),
      distribution: distribution, unit: unit, loading: loading(one),
      origin: (one.optionalText("source"), one.node("why") == nil ? nil : one.bilingual("why")),
      span: node.span)
  }

  private func missing(_ one: MappingReader, _ key: String) -> YAMLNode? {
    bag.error("DD1303", at: one.span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
    return nil
  }

  private func unit(_ parameter: String, _ span: SourceSpan) -> Measure? {
    guard let unit = space.units[parameter] else {
      let near = nearestName(to: parameter, among: space.units.keys.sorted())
      bag.error(
        .uncertainParameter, at: span,
        Bilingual(zh: "没有参数“\(parameter)”", en: "there is no parameter \"\(parameter)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return nil
    }
    guard !unit.isFlag, !unit.isDuration else {
      bag.error(
        .uncertainShape, at: span,
        Bilingual(zh: "\(parameter)是年限或是否，不能抽样", en: "\(parameter) is a duration or a yes/no"),
        hint: Bilingual(zh: "用doudi sweep逐个比较", en: "compare its values with doudi sweep"))
      return nil
    }
    return unit
  }

  /// A leaf, or the leaves below a region.
  private func places(_ text: String, _ span: SourceSpan) -> [String] {
    if let leaves = space.leaves(of: text) { return leaves }
    bag.error(.uncertainPlace, at: span, Bilingual(zh: "没有区划\(text)", en: "there is no region \(text)"))
    return []
  }

  private func area(_ text: String, _ span: SourceSpan) -> Area? {
    if space.hasAreas, let area = Area(id: text) { return area }
    bag.error(.uncertainPlace, at: span, Bilingual(zh: "没有地域\(text)", en: "there is no area \(text)"))
    return nil
  }

  private func loading(_ one: MappingReader) -> UncertainQuantity.Loading? {
    guard one.word("each", among: ["region", "common"], default: "common") == "region" else {
      if let node = one.node("loading") {
        bag.error(
          .uncertainShape, at: node.span,
          Bilingual(zh: "loading须与each: region同写", en: "\"loading\" goes with each: region"))
      }
      return nil
    }
    guard let node = one.node("loading") else { return UncertainQuantity.Loading(common: 0, own: [:]) }
    guard let mapping = node.mapping else {
      return share(node).map { UncertainQuantity.Loading(common: $0, own: [:]) }
    }
    var (common, own) = (0.0, [String: Double]())
    for entry in mapping.entries {
      guard let value = share(entry.node) else { continue }
      if entry.key == "common" {
        common = value
      } else {
        for place in places(entry.key, entry.keySpan) { own[place] = value }
      }
    }
    return UncertainQuantity.Loading(common: common, own: own)
  }

  private func share(_ node: YAMLNode) -> Double? {
    guard let value = Quantity.parse(node, into: bag)?.ratio?.double else { return nil }
    if (-1...1).contains(value) { return value }
    bag.error(
      .uncertainCorrelation, at: node.span,
      Bilingual(zh: "loading应在-1与1之间", en: "a loading lies between -1 and 1"))
    return nil
  }

  private func ceiling(_ node: YAMLNode) -> [Ceiling] {
    guard let one = MappingReader(node, Bilingual(zh: "上限", en: "a ceiling"), bag: bag) else { return [] }
    one.allow(["programme", "region", "year", "money", "note"])
    // All that is wrong with it, not the first alone.
    let (money, programme) = (money(one), programme(one))
    let (region, years) = (region(one), years(one))
    guard let money, let programme, let region, let years else { return [] }
    return years.map { Ceiling(output: programme, region: region, year: $0, cny: money) }
  }

  private func money(_ one: MappingReader) -> Double? {
    (one.node("money") ?? missing(one, "money")).flatMap {
      DistributionReader(bag: bag, unit: Units.cny).value($0, Units.cny)
    }
  }

  private func region(_ one: MappingReader) -> String? {
    let region = one.optionalText("region") ?? space.root
    if space.region(region) != nil { return region }
    bag.error(
      .uncertainPlace, at: one.span("region"),
      Bilingual(zh: "没有区划\(region)", en: "there is no region \(region)"))
    return nil
  }

  private func programme(_ one: MappingReader) -> String? {
    let programme = one.optionalText("programme") ?? "total"
    if space.programmes.contains(programme) { return programme }
    bag.error(
      .uncertainCeiling, at: one.span("programme"),
      Bilingual(zh: "没有项目\(programme)", en: "there is no programme \(programme)"))
    return nil
  }

  private func years(_ one: MappingReader) -> [Int]? {
    guard let text = one.optionalText("year") else { return space.years }
    if let year = Int(text), space.years.contains(year) { return [year] }
    bag.error(
      .uncertainCeiling, at: one.span("year"),
      Bilingual(zh: "\(text)不在测算期内", en: "\(text) is no year of the horizon"))
    return nil
  }
}
