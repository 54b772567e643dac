public import DoudiInputs

/// Writes YAML trees back as text, in one line, every text quoted.
public enum YAMLFlow {
  /// The text of a tree; `arrange` may put the entries of every mapping into another order.
  public static func text(
    _ node: YAMLNode, arrange: ([YAMLEntry]) -> [YAMLEntry] = { $0 }
  ) -> String {
    switch node.value {
    case .null: return "~"
    case .scalar(let scalar): return quoted(scalar.text)
    case .sequence(let items):
      return "[" + items.map { text($0, arrange: arrange) }.joined(separator: ", ") + "]"
    case .mapping(let mapping):
      let parts = arrange(mapping.entries).map { "\(quoted($0.key)): \(text($0.node, arrange: arrange))" }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// The tree of a text; nil where it is no YAML.
  public static func read(_ text: String) -> YAMLNode? {
    YAMLReader.read(SourceFile(path: "text.yaml", text: text), into: DiagnosticBag())
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }
}
