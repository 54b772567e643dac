import DoudiInputs
import DoudiUnits

/// Reads a scenario file, reforms and overrides applied.
struct ScenarioReader {
  let loader: SourceLoader
  let bag: DiagnosticBag

  static let keys = [
    "schema", "scenario", "title", "kind", "book", "regions", "observations", "step", "horizon",
    "assumptions",
    "funding", "enable", "disable", "options", "data", "units", "cases", "cleared",
    "reforms", "last_year", "neighbours",
  ]

  func read(
    folder: String, file: String = "scenario.yaml", reforms paths: [String] = [], overrides: [Override],
    seenFrom view: PastView? = nil, restoring restoration: Restoration = Restoration()
  ) -> ScenarioFile? {
    let path = folder + "/" + file
    guard let file = loader.load(path, into: bag), let node = YAMLReader.read(file, into: bag),
      let plain = MappingReader(node, Bilingual(zh: "方案", en: "a scenario"), bag: bag)
    else { return nil }
    plain.allow(Self.keys)
    var mapping = plain.mapping
    var reforms: [Reform] = []
    for layer in layers(plain, folder: folder, paths) {
      mapping = layer.applied(to: mapping)
      reforms.append(layer.reform)
    }
    if let view { mapping = view.applied(to: mapping) }
    for override in ordered(overrides) { mapping = OverrideLayer(override).applied(to: mapping) }
    mapping = restoration.applied(to: mapping)
    let changed = YAMLNode(value: .mapping(mapping), span: node.span)
    guard let top = MappingReader(changed, Bilingual(zh: "方案", en: "a scenario"), bag: bag) else {
      return nil
    }
    return assemble(top, folder: folder, reforms: reforms, canonical: Self.frame(mapping, node.span))
  }

  /// What the scenario says besides its values, which are hashed as they are understood.
  private static func frame(_ mapping: YAMLMapping, _ span: SourceSpan) -> String {
    let entries = mapping.entries.filter { !["assumptions", "data"].contains($0.key) }
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: span).canonicalText
  }

  /// Wide before narrow, otherwise as written; their texts are kept for excerpts.
  private func ordered(_ overrides: [Override]) -> [Override] {
    for one in overrides {
      let text = String(one.span.file.dropFirst(Override.filePrefix.count))
      loader.remember(SourceFile(path: one.span.file, text: text))
    }
    return overrides.enumerated().sorted {
      ($0.element.narrowness, $0.offset) < ($1.element.narrowness, $1.offset)
    }
    .map(\.element)
  }

  private func assemble(
    _ top: MappingReader, folder: String, reforms: [Reform], canonical: String
  ) -> ScenarioFile? {
    top.requireSchema()
    let (id, title, book) = (top.text("scenario"), top.bilingual("title"), top.text("book"))
    let (regions, horizon) = (top.text("regions"), self.horizon(top))
    let kind = top.word("kind", among: ["trial", "budget"], default: "budget")
    checkStep(top)
    let calendar = self.calendar(top, horizon)
    guard let id, let title, let book, let regions, let horizon else { return nil }
    return ScenarioFile(
      id: id, title: title, isTrial: kind == "trial", folder: folder, book: (book, top.span("book")),
      regions: (regions, top.span("regions")),
      observations: top.texts("observations").map { ($0.text, $0.span) },
      horizon: horizon, assumptions: entries(top, "assumptions"),
      funding: entries(top, "funding").map { ($0.name, $0.node, $0.span) },
      enable: located(top, "enable"), disable: located(top, "disable"), calendar: calendar,
      data: entries(top, "data"), units: path(top, "units"), cases: path(top, "cases"),
      cleared: cleared(top), canonical: canonical,
      lastYear: top.optionalText("last_year").map { ($0, top.span("last_year")) },
      neighbours: top.node("neighbours"), reforms: reforms,
      span: top.span)
  }

  private func path(_ top: MappingReader, _ key: String) -> (path: String, span: SourceSpan)? {
    top.optionalText(key).map { ($0, top.span(key)) }
  }

  private func located(_ top: MappingReader, _ key: String) -> [(id: String, span: SourceSpan)] {
    top.texts(key).map { ($0.text, $0.span) }
  }

  private func entries(_ top: MappingReader, _ key: String) -> [(
    name: String, node: YAMLNode, span: SourceSpan
  )] {
    guard let node = top.node(key), !node.isNull else { return [] }
    guard let mapping = node.mapping else {
      bag.error("DD1305", at: node.span, Bilingual(zh: "“\(key)”应为键值映射", en: "\"\(key)\" must be a mapping"))
      return []
    }
    return mapping.entries.map { ($0.key, $0.node, $0.keySpan) }
  }

  private func cleared(_ top: MappingReader) -> [(id: String, span: SourceSpan)]? {
    guard let node = top.node("cleared") else { return nil }
    if node.scalarText == "all" { return [("all", node.span)] }
    return located(top, "cleared")
  }

  private func checkStep(_ top: MappingReader) {
    _ = top.word("step", among: ["month"], default: "month")
  }

  private func horizon(_ top: MappingReader) -> Horizon? {
    guard let node = top.node("horizon") else { _ = top.text("horizon"); return nil }
    guard let inner = MappingReader(node, Bilingual(zh: "horizon", en: "horizon"), bag: bag) else {
      return nil
    }
    inner.allow(["first", "last"])
    guard let first = month(inner, "first"), let last = month(inner, "last") else { return nil }
    guard let horizon = Horizon(first: first, last: last) else {
      bag.error(
        "DD1403", at: inner.span("last"), Bilingual(zh: "末月早于首月", en: "the last month comes before the first")
      )
      return nil
    }
    guard horizon.count <= 600 else {
      bag.error("DD1403", at: inner.span("last"), Bilingual(zh: "最多600个月", en: "at most 600 months"))
      return nil
    }
    return horizon
  }

  private func month(_ reader: MappingReader, _ key: String) -> Month? {
    guard let text = reader.text(key) else { return nil }
    if let month = Month(text) { return month }
    bag.error(
      "DD1310", at: reader.span(key), Bilingual(zh: "“\(text)”不是月份", en: "\"\(text)\" is not a month"),
      hint: Bilingual(zh: "写YYYY-MM", en: "write YYYY-MM"))
    return nil
  }

  private func calendar(_ top: MappingReader, _ horizon: Horizon?) -> PaymentCalendar {
    guard let node = top.node("options"),
      let options = MappingReader(node, Bilingual(zh: "options", en: "options"), bag: bag)
    else { return PaymentCalendar() }
    options.allow(["calendar"])
    var moved: [Month: Month] = [:]
    guard let calendar = options.node("calendar"),
      let months = MappingReader(calendar, Bilingual(zh: "calendar", en: "calendar"), bag: bag)
    else { return PaymentCalendar() }
    for entry in months.mapping.entries {
      guard let owed = Month(entry.key), let paid = entry.node.scalarText.flatMap({ Month($0) }) else {
        bag.error(
          "DD1310", at: entry.keySpan,
          Bilingual(zh: "发放日历应写“所属月: 发放月”", en: "the calendar maps entitlement months to payment months"),
          hint: Bilingual(zh: "例如2027-02: 2027-01", en: "for instance 2027-02: 2027-01"))
        continue
      }
      // Both outside: another horizon's month. One outside: money would be lost without a word.
      if let horizon, horizon.contains(owed) != horizon.contains(paid) {
        let outside = horizon.contains(owed) ? paid : owed
        bag.error(
          "DD1404", at: horizon.contains(owed) ? entry.node.span : entry.keySpan,
          Bilingual(zh: "\(outside)在测算期之外", en: "\(outside) lies outside the horizon"))
      }
      moved[owed] = paid
    }
    return PaymentCalendar(moved: moved)
  }

  /// The reforms that the scenario names, then those of the command line.
  private func layers(_ scenario: MappingReader, folder: String, _ paths: [String]) -> [ReformLayer] {
    let named = scenario.list("reforms").compactMap { node -> ReformLayer? in
      node.scalarText.flatMap { layer(folder + "/" + $0, referrer: node.span) }
    }
    return named + paths.compactMap { layer($0, referrer: nil) }
  }

  private func layer(_ path: String, referrer: SourceSpan?) -> ReformLayer? {
    guard let file = loader.load(path, into: bag, referrer: referrer),
      let node = YAMLReader.read(file, into: bag)
    else { return nil }
    return ReformLayer(node, bag: bag)
  }
}
