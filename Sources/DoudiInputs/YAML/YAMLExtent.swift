import Yams

/// How many scalars a YAML scalar takes on its first line.
enum YAMLExtent {
  static func length(_ text: String, _ style: Node.Scalar.Style, _ file: SourceFile, at offset: Int) -> Int {
    switch style {
    case .singleQuoted: quoted(UInt8(ascii: "'"), file.bytes, offset)
    case .doubleQuoted: quoted(UInt8(ascii: "\""), file.bytes, offset)
    case .literal, .folded: 1
    case .plain, .any: plain(text, file.bytes, offset)
    }
  }

  /// A plain scalar on one line reads as it is written; of a longer one, the rest of its first line counts.
  private static func plain(_ text: String, _ bytes: [UInt8], _ offset: Int) -> Int {
    let length = text.utf8.count
    if offset + length <= bytes.count, bytes[offset..<(offset + length)].elementsEqual(text.utf8) {
      return text.unicodeScalars.count
    }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > offset, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return SourceFile.scalarCount(bytes[offset..<end])
  }

  /// From quote to quote, or to the end of the line.
  private static func quoted(_ quote: UInt8, _ bytes: [UInt8], _ offset: Int) -> Int {
    var end = offset + 1
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      if bytes[end] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        end += 2
        continue
      }
      let isQuote = bytes[end] == quote
      end += 1
      guard isQuote else { continue }
      if quote == UInt8(ascii: "\"") || end >= bytes.count || bytes[end] != quote { break }
      end += 1
    }
    return SourceFile.scalarCount(bytes[min(offset, bytes.count)..<min(max(offset, end), bytes.count)])
  }
}
