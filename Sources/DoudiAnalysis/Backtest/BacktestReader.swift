import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads `backtest.yaml` of a scenario folder.
struct BacktestReader {
  let loader: SourceLoader
  let bag: DiagnosticBag

  static let keys = [
    "schema", "backtest", "title", "cutoff", "targets", "areas", "series", "programmes", "peers", "rounded",
    "assumptions",
  ]

  func read(folder: String) -> BacktestFile? {
    guard let file = loader.load(folder + "/backtest.yaml", into: bag),
      let node = YAMLReader.read(file, into: bag),
      let top = MappingReader(node, Bilingual(zh: "回测", en: "a back-test"), bag: bag)
    else { return nil }
    top.allow(Self.keys)
    checkSchema(top)
    let (scenario, title, cutoff) = (top.text("backtest"), top.bilingual("title"), month(top, "cutoff"))
    let targets = self.targets(top, cutoff)
    let (areas, series) = (self.areas(top), self.series(top))
    let programmes = self.programmes(top)
    checkFamilies(series, programmes)
    let (methods, comparable) = peers(top, programmes)
    let roundings = BacktestRoundingReader(top: top, targets: targets.map(\.value), series: series, bag: bag)
      .read()
    let assumptions = self.assumptions(top)
    guard let scenario, let title, let cutoff, !bag.hasErrors else { return nil }
    return BacktestFile(
      scenario: Located(scenario, top.span("backtest")), title: title, cutoff: cutoff, targets: targets,
      areas: areas, series: series, programmes: programmes, methods: methods, comparable: comparable,
      roundings: roundings, assumptions: assumptions, span: top.span)
  }

  func checkSchema(_ top: MappingReader) {
    guard let version = top.text("schema"), version != "1" else { return }
    bag.error(
      "DD1316", at: top.span("schema"),
      Bilingual(
        zh: "不支持schema \(version)，本程序支持1", en: "schema \(version) is not supported, this program reads 1"))
  }

  private func month(_ top: MappingReader, _ key: String) -> Located<Month>? {
    guard let text = top.text(key) else { return nil }
    return month(text, top.span(key))
  }

  private func month(_ text: String?, _ span: SourceSpan) -> Located<Month>? {
    if let month = text.flatMap({ Month($0) }) { return Located(month, span) }
    bag.error(
      "DD1310", at: span, Bilingual(zh: "“\(text ?? "")”不是月份", en: "\"\(text ?? "")\" is not a month"),
      hint: Bilingual(zh: "写YYYY-MM", en: "write YYYY-MM"))
    return nil
  }

  private func targets(_ top: MappingReader, _ cutoff: Located<Month>?) -> [Located<Month>] {
    let found = required(top, "targets").compactMap { month($0.scalarText, $0.span) }
    refuseRepeats(found)
    for target in found {
      guard let cutoff, !(1...600).contains(target.value.months(since: cutoff.value)) else { continue }
      bag.error(
        .backtestTarget, at: target.span,
        Bilingual(
          zh: "\(target.value)不在截止月\(cutoff.value)之后600个月以内",
          en: "\(target.value) does not lie within 600 months after the cutoff \(cutoff.value)"))
    }
    return found.sorted { $0.value < $1.value }
  }

  func areas(_ top: MappingReader) -> [Located<Area>] {
    let words = Area.allCases.map(\.id)
    let found = required(top, "areas").compactMap { item -> Located<Area>? in
      if let area = item.scalarText.flatMap({ Area(id: $0) }) { return Located(area, item.span) }
      bag.error(
        "DD1311", at: item.span,
        Bilingual(
          zh: "应为\(words.joined(separator: "、"))之一", en: "must be one of \(words.joined(separator: ", "))"))
      return nil
    }
    refuseRepeats(found)
    return found
  }

  private func series(_ top: MappingReader) -> [Located<BacktestSeries>] {
    let found = required(top, "series").compactMap { item -> Located<BacktestSeries>? in
      let text = item.scalarText ?? ""
      if let series = BacktestSeries(name: text) { return Located(series, item.span) }
      let endings = BacktestSeries.Kind.allCases.map { "_" + $0.rawValue }
      bag.error(
        .backtestSeries, at: item.span, Bilingual(zh: "序列“\(text)”不认识", en: "unknown series \"\(text)\""),
        hint: Bilingual(
          zh: "项目名加\(endings.joined(separator: "、"))之一",
          en: "a family's name and one of \(endings.joined(separator: ", "))"))
      return nil
    }
    refuseRepeats(found)
    return found
  }

  /// A list that must not be empty.
  func required(_ top: MappingReader, _ key: String) -> [YAMLNode] {
    let items = top.list(key)
    if items.isEmpty {
      bag.error(
        .backtestNothing, at: top.span(key), Bilingual(zh: "“\(key)”没有内容", en: "\"\(key)\" names nothing"),
        hint: Bilingual(zh: "写\(key): […]", en: "write \(key): […]"))
    }
    return items
  }

  func refuseRepeats<Value: Hashable>(_ items: [Located<Value>]) {
    var seen: Set<Value> = []
    for item in items where !seen.insert(item.value).inserted {
      bag.error(.backtestTwice, at: item.span, Bilingual(zh: "此项写了两次", en: "this is written twice"))
    }
  }

  private func programmes(_ top: MappingReader) -> [String: [Located<String>]] {
    guard let node = top.node("programmes") else {
      _ = top.text("programmes")
      return [:]
    }
    let what = Bilingual(zh: "programmes", en: "programmes")
    guard let families = MappingReader(node, what, bag: bag) else { return [:] }
    var found: [String: [Located<String>]] = [:]
    for family in families.mapping.keys {
      found[family] = required(families, family).map { Located($0.scalarText ?? "", $0.span) }
    }
    return found
  }

  private func checkFamilies(
    _ series: [Located<BacktestSeries>], _ programmes: [String: [Located<String>]]
  ) {
    for one in series where programmes[one.value.family] == nil && !programmes.isEmpty {
      let (family, ending) = (one.value.family, one.value.kind.rawValue)
      let near = nearestName(to: family, among: programmes.keys.sorted()).map { "\($0)_\(ending)" }
      bag.error(
        .backtestSeries, at: one.span,
        Bilingual(zh: "programmes没有写“\(family)”", en: "programmes does not say what \"\(family)\" is"),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
  }

  private func peers(
    _ top: MappingReader, _ programmes: [String: [Located<String>]]
  ) -> ([BacktestMethod], [String: Located<[Month]>]) {
    guard let node = top.node("peers") else { return (BacktestMethod.allCases, [:]) }
    let what = Bilingual(zh: "peers", en: "peers")
    guard let inner = MappingReader(node, what, bag: bag) else { return ([], [:]) }
    inner.allow(["persistence", "last_two_comparable"])
    let keeps = inner.word("persistence", among: ["true", "false"], default: "true") == "true"
    let methods = BacktestMethod.allCases.filter { $0 != .persistence || keeps }
    guard let months = inner.node("last_two_comparable"),
      let families = MappingReader(months, Bilingual(zh: "可比月份", en: "comparable reports"), bag: bag)
    else { return (methods, [:]) }
    families.allow(programmes.keys)
    var found: [String: Located<[Month]>] = [:]
    for family in families.mapping.keys {
      let pair = families.list(family).compactMap { month($0.scalarText, $0.span)?.value }
      found[family] = Located(pair, families.span(family))
    }
    return (methods, found)
  }

  private func assumptions(_ top: MappingReader) -> YAMLMapping {
    let none = YAMLMapping(entries: [])
    guard let node = top.node("assumptions"), !node.isNull else { return none }
    return MappingReader(node, Bilingual(zh: "assumptions", en: "assumptions"), bag: bag)?.mapping ?? none
  }
}
