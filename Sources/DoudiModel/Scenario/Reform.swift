public import DoudiInputs

/// A reform as its file names it; what it changes is in the scenario that was read with it.
public struct Reform: Sendable {
  /// Identifier.
  public let id: String
  /// What it is called.
  public let title: Bilingual
  /// Who wrote it; nil: not said.
  public let author: Bilingual?
  /// Why, and on what it rests; nil: not said.
  public let note: Bilingual?
  /// Path of the file, as it is shown.
  public let path: String
}

/// A reform file that was read: its name, and what it lays over a scenario.
struct ReformLayer {
  let reform: Reform
  private let assumptions: [YAMLEntry]
  private let switched: [(key: String, items: [YAMLNode])]
  private let span: SourceSpan

  /// Keys of a reform file.
  static let keys = ["schema", "reform", "title", "note", "author", "assumptions", "enable", "disable"]

  /// Reads the keys of a file; nil after a report.
  init?(_ node: YAMLNode, bag: DiagnosticBag) {
    guard let top = MappingReader(node, Bilingual(zh: "改革方案", en: "a reform"), bag: bag) else { return nil }
    top.allow(Self.keys)
    top.requireSchema()
    let (id, title) = (top.text("reform"), top.bilingual("title"))
    let author = top.mapping["author"] == nil ? nil : top.bilingual("author")
    let note = top.mapping["note"] == nil ? nil : top.bilingual("note")
    assumptions = Self.entries(top, bag)
    switched = ["enable", "disable"].map { key in
      (key, top.texts(key).isEmpty ? [] : top.list(key).filter { $0.scalarText != nil })
    }
    span = node.span
    if assumptions.isEmpty, switched.allSatisfy(\.items.isEmpty) {
      bag.error(
        "DD1418", at: top.span("reform"),
        Bilingual(zh: "改革方案什么也没有改", en: "the reform changes nothing"),
        hint: Bilingual(
          zh: "写assumptions、enable或disable", en: "write assumptions, enable or disable"))
    }
    guard let id, let title else { return nil }
    reform = Reform(id: id, title: title, author: author, note: note, path: node.span.file)
  }

  private static func entries(_ top: MappingReader, _ bag: DiagnosticBag) -> [YAMLEntry] {
    guard let node = top.node("assumptions"), !node.isNull else { return [] }
    if let mapping = node.mapping { return mapping.entries }
    bag.error(
      "DD1305", at: node.span,
      Bilingual(zh: "“assumptions”应为键值映射", en: "\"assumptions\" must be a mapping"))
    return []
  }

  /// The scenario's mapping with the reform laid over it. What it switches on is no longer switched off by what
  /// comes before it, and the other way round.
  func applied(to scenario: YAMLMapping) -> YAMLMapping {
    var changed = scenario
    var values = scenario["assumptions"]?.mapping?.entries ?? []
    for entry in assumptions {
      // The whole entry, so that problems point at the reform's own name.
      values.removeAll { $0.key == entry.key }
      values.append(entry)
    }
    if !assumptions.isEmpty {
      let all = YAMLNode(
        value: .mapping(YAMLMapping(entries: values)), span: scenario["assumptions"]?.span ?? span)
      changed = changed.setting("assumptions", to: all)
    }
    let on = switched.first { $0.key == "enable" }?.items ?? []
    let off = switched.first { $0.key == "disable" }?.items ?? []
    return Self.switching(on: on, off: off, in: changed)
  }

  /// The scenario's mapping with rules switched on and off: what is switched one way is no longer switched the other.
  static func switching(on: [YAMLNode], off: [YAMLNode], in scenario: YAMLMapping) -> YAMLMapping {
    var changed = scenario
    for (key, items) in [("enable", on), ("disable", off)] {
      guard let span = items.first?.span else { continue }
      let other = key == "enable" ? "disable" : "enable"
      let names = Set(items.compactMap(\.scalarText))
      if let before = changed[other]?.sequence {
        let left = before.filter { !($0.scalarText.map(names.contains) ?? false) }
        changed = changed.setting(
          other, to: YAMLNode(value: .sequence(left), span: changed[other]?.span ?? span))
      }
      let added = (changed[key]?.sequence ?? []) + items
      changed = changed.setting(key, to: YAMLNode(value: .sequence(added), span: changed[key]?.span ?? span))
    }
    return changed
  }
}
