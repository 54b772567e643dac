/// A JSON value laid out for people: a key a line, short lists in one line; the same bytes for the same value.
indirect enum Descriptor {
  case text(String)
  case whole(Int)
  case flag(Bool)
  case list([Descriptor])
  case object([(String, Descriptor?)])

  /// A list of texts.
  static func texts(_ texts: [String]) -> Descriptor { .list(texts.map { .text($0) }) }

  /// Writes the value; keys whose value is nil are left out.
  func write(to buffer: inout ByteBuffer, indent: String = "") {
    switch self {
    case .text(let text): buffer.append(jsonString: text)
    case .whole(let number): buffer.append("\(number)")
    case .flag(let flag): buffer.append(flag ? "true" : "false")
    case .list(let values): write(values, to: &buffer, indent)
    case .object(let members): write(members, to: &buffer, indent)
    }
  }

  private var isSimple: Bool {
    switch self {
    case .text, .whole, .flag: true
    case .list, .object: false
    }
  }

  private func write(_ values: [Descriptor], to buffer: inout ByteBuffer, _ indent: String) {
    let isShort = values.allSatisfy(\.isSimple)
    buffer.append("[")
    for (place, value) in values.enumerated() {
      if place > 0 { buffer.append(isShort ? ", " : ",") }
      if !isShort { buffer.append("\n\(indent)  ") }
      value.write(to: &buffer, indent: indent + "  ")
    }
    if !isShort { buffer.append("\n\(indent)") }
    buffer.append("]")
  }

  private func write(_ members: [(String, Descriptor?)], to buffer: inout ByteBuffer, _ indent: String) {
    buffer.append("{")
    var isFirst = true
    for (key, value) in members {
      guard let value else { continue }
      buffer.append(isFirst ? "\n\(indent)  " : ",\n\(indent)  ")
      isFirst = false
      buffer.append(jsonString: key)
      buffer.append(": ")
      value.write(to: &buffer, indent: indent + "  ")
    }
    buffer.append(isFirst ? "}" : "\n\(indent)}")
  }
}
