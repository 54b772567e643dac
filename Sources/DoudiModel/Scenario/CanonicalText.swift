import DoudiInputs

extension YAMLNode {
  /// One text for all spellings of one tree: keys sorted, comments and quotes gone.
  var canonicalText: String {
    switch value {
    case .null: return "~"
    case .scalar(let scalar): return quoted(scalar.text)
    case .sequence(let items): return "[" + items.map(\.canonicalText).joined(separator: ",") + "]"
    case .mapping(let mapping):
      let parts = mapping.entries.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\($0.node.canonicalText)" }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
