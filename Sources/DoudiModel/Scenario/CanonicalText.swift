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

extension Term {
  /// One text for all spellings of the same values: numbers in the term's unit, branches in order.
  var canonicalText: String {
    branches.map { branch in
      let place = "\(branch.region?.text ?? "")/\(branch.area?.id ?? "")"
      let reference = branch.indicator.map { "\($0.name) \($0.area?.id ?? "") \($0.lag)" } ?? ""
      return place + "=" + reference + branch.dated.map(\.canonicalText).joined(separator: ";")
    }.sorted().joined(separator: "|")
  }
}

extension DatedFigure {
  /// Date, value, status, source and reason.
  var canonicalText: String {
    let words = [origin.source, origin.why?.zh, origin.why?.en].map { "\"\($0 ?? "")\"" }.joined(
      separator: " ")
    return "\(from?.description ?? "") \(figure.value) \(figure.status.id) \(words)"
  }
}
