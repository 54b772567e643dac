import DoudiInputs

extension YAMLNode {
  /// One text for all spellings of one tree: keys sorted, comments and quotes gone.
  var canonicalText: String {
    var bytes: [UInt8] = []
    writeCanonical(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func writeCanonical(into bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(UInt8(ascii: "~"))
    case .scalar(let scalar): Self.quote(scalar.text, into: &bytes)
    case .sequence(let items):
      bytes.append(UInt8(ascii: "["))
      for item in items {
        item.writeCanonical(into: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let mapping):
      bytes.append(UInt8(ascii: "{"))
      for entry in mapping.entries.sorted(by: { $0.key < $1.key }) {
        Self.quote(entry.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        entry.node.writeCanonical(into: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
