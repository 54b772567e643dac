extension JSONTree {
  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONTree { .list(texts.map { .text($0) }) }

  /// A count.
  static func whole(_ count: Int) -> JSONTree { .number(Double(count)) }

  /// An object of the keys that have a value.
  static func present(_ members: [(String, JSONTree?)]) -> JSONTree {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// Writes the value laid out for people: a key a line, lists of plain values in one line.
  func writeLaidOut(to buffer: inout ByteBuffer, indent: String = "") {
    switch self {
    case .list(let values) where values.allSatisfy(\.isPlain): Self.write(plain: values, to: &buffer)
    case .list(let values):
      Self.write(values.map { (nil, $0) }, between: ("[", "]"), to: &buffer, indent)
    case .object(let members) where !members.isEmpty:
      Self.write(members.map { ($0.key, $0.value) }, between: ("{", "}"), to: &buffer, indent)
    case .null, .flag, .number, .text, .object: write(to: &buffer)
    }
  }

  private static func write(plain values: [JSONTree], to buffer: inout ByteBuffer) {
    buffer.append("[")
    for (place, value) in values.enumerated() {
      if place > 0 { buffer.append(", ") }
      value.write(to: &buffer)
    }
    buffer.append("]")
  }

  private static func write(
    _ lines: [(key: String?, value: JSONTree)], between ends: (String, String), to buffer: inout ByteBuffer,
    _ indent: String
  ) {
    let inner = indent + "  "
    buffer.append(ends.0)
    for (place, line) in lines.enumerated() {
      buffer.append(place > 0 ? ",\n" + inner : "\n" + inner)
      if let key = line.key {
        buffer.append(jsonString: key)
        buffer.append(": ")
      }
      line.value.writeLaidOut(to: &buffer, indent: inner)
    }
    buffer.append("\n" + indent)
    buffer.append(ends.1)
  }

  private var isPlain: Bool {
    switch self {
    case .null, .flag, .number, .text: true
    case .list, .object: false
    }
  }
}
