public import DoudiInputs

extension RuleEntry {
  /// A key of the rule as it is written.
  public struct Parameter: Sendable {
    /// The key, nested ones with a dot.
    public let key: String
    /// What is written, several for a list; for a value left open its suggestion, or nothing.
    public let texts: [String]
    /// True for a list.
    public let isList: Bool
    /// What is asked for where the value is left open; nil: it is not.
    public let open: Open?

    /// What is written, in one line.
    public var text: String { texts.joined(separator: " ") }
    /// True for a value that the scenario must supply.
    public var isOpen: Bool { open != nil }
  }

  /// What a book says of a value that it leaves to the place.
  public struct Open: Sendable {
    /// What the value is.
    public let meaning: Bilingual?
    /// Its unit; empty where none is given.
    public let unit: String
    /// The value that is suggested.
    public let suggested: String?
    /// Where the suggestion comes from.
    public let source: String?
  }

  /// The keys of the rule's form, in the order written.
  public var parameters: [Parameter] {
    mapping.entries.filter { !BookReader.ruleKeys.contains($0.key) }.flatMap { list($0.node, $0.key) }
  }

  /// Names of the values a scenario must supply, "RULE.key".
  public var openTerms: [String] { parameters.filter(\.isOpen).map { "\(id).\($0.key)" } }

  private func list(_ node: YAMLNode, _ key: String) -> [Parameter] {
    guard let inner = node.mapping else {
      let texts = node.scalarText.map { [$0] } ?? (node.sequence ?? []).compactMap(\.scalarText)
      return [Parameter(key: key, texts: texts, isList: node.sequence != nil, open: nil)]
    }
    if let asked = inner["open"] {
      let open = open(asked, inner)
      return [
        Parameter(key: key, texts: [open.suggested].compactMap { $0 }, isList: false, open: open)
      ]
    }
    if let value = inner["value"] { return list(value, key) }
    if let name = inner["indicator"]?.scalarText {
      return [Parameter(key: key, texts: [name], isList: false, open: nil)]
    }
    return inner.entries.flatMap { list($0.node, key + "." + $0.key) }
  }

  private func open(_ asked: YAMLNode, _ inner: YAMLMapping) -> Open {
    var meaning: Bilingual?
    if let zh = asked.mapping?["zh"]?.scalarText, let en = asked.mapping?["en"]?.scalarText {
      meaning = Bilingual(zh: zh, en: en)
    }
    return Open(
      meaning: meaning, unit: inner["unit"]?.scalarText ?? "", suggested: inner["suggested"]?.scalarText,
      source: inner["suggested_source"]?.scalarText)
  }
}
