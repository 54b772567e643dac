import DoudiInputs

extension RuleEntry {
  /// A key of the rule as it is written.
  public struct Parameter: Sendable {
    /// The key, nested ones with a dot.
    public let key: String
    /// What is written; for a value left open its suggestion, or nothing.
    public let text: String
    /// Unit of a value left open.
    public let unit: String
    /// True for a value that the scenario must supply.
    public let isOpen: Bool
  }

  /// The keys of the rule's form, in the order written.
  public var parameters: [Parameter] {
    mapping.entries.filter { !BookReader.ruleKeys.contains($0.key) }.flatMap { list($0.node, $0.key) }
  }

  /// Names of the values a scenario must supply, "RULE.key".
  public var openTerms: [String] { parameters.filter(\.isOpen).map { "\(id).\($0.key)" } }

  private func list(_ node: YAMLNode, _ key: String) -> [Parameter] {
    guard let inner = node.mapping else {
      let text = node.scalarText ?? (node.sequence ?? []).compactMap(\.scalarText).joined(separator: " ")
      return [Parameter(key: key, text: text, unit: "", isOpen: false)]
    }
    if inner["open"] != nil {
      let (suggested, unit) = (inner["suggested"]?.scalarText, inner["unit"]?.scalarText)
      return [Parameter(key: key, text: suggested ?? "", unit: unit ?? "", isOpen: true)]
    }
    if let value = inner["value"] { return list(value, key) }
    if let name = inner["indicator"]?.scalarText {
      return [Parameter(key: key, text: name, unit: "", isOpen: false)]
    }
    return inner.entries.flatMap { list($0.node, key + "." + $0.key) }
  }
}
