/// A JSON value with ordered keys, for documents the program generates.
public indirect enum JSONValue: Sendable {
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A yes/no.
  case bool(Bool)
  /// A list.
  case array([JSONValue])
  /// A mapping in the order given.
  case object([(String, JSONValue)])

  /// The value with two-blank indentation and a line end after it.
  public var text: String { render(indent: "") + "\n" }

  private func render(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .bool(let flag): return flag ? "true" : "false"
    case .array(let items):
      if items.isEmpty { return "[]" }
      return "[\n" + items.map { inner + $0.render(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let entries):
      if entries.isEmpty { return "{}" }
      let lines = entries.map { inner + Self.quoted($0.0) + ": " + $0.1.render(indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
