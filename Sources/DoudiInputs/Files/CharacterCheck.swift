/// Finds characters that have no place in an input: controls, invisible ones, odd line ends.
enum CharacterCheck {
  /// Reports DD1007 and DD1008.
  /// - Returns: true where nothing was found.
  static func run(_ file: SourceFile, into bag: DiagnosticBag) -> Bool {
    var found: [(offset: Int, scalar: UInt32, length: Int)] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count, found.count <= DiagnosticBag.limitPerCode {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F || byte > 0xC2, byte != 0xE2, byte < 0xEF {
          index += 1
        } else if let hit = refused(bytes, at: index) {
          found.append((index, hit.scalar, hit.length))
          index += hit.length
        } else {
          index += 1
        }
      }
    }
    for hit in found { report(hit, in: file, into: bag) }
    return found.isEmpty
  }

  /// The refused scalar at `index`, nil where what stands there is accepted.
  private static func refused(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let byte = bytes[index]
    if byte < 0x80 {
      let isAccepted = byte == 0x09 || byte == 0x0A || byte == 0x0D || (byte >= 0x20 && byte != 0x7F)
      return isAccepted ? nil : (UInt32(byte), 1)
    }
    let next = index + 1 < bytes.count ? UInt32(bytes[index + 1] & 0x3F) : 0
    if byte == 0xC2 { return next < 0x20 ? (0x80 + next, 2) : nil }
    let third = index + 2 < bytes.count ? UInt32(bytes[index + 2] & 0x3F) : 0
    if byte == 0xE2 || byte == 0xEF {
      let scalar = UInt32(byte & 0x0F) << 12 | next << 6 | third
      return invisible.contains(scalar) ? (scalar, 3) : nil
    }
    // U+10F000 and up: private use that the YAML reader needs for itself.
    guard byte == 0xF4, next == 0x0F else { return nil }
    let fourth = index + 3 < bytes.count ? UInt32(bytes[index + 3] & 0x3F) : 0
    return (0x10F000 | third << 6 | fourth, 4)
  }

  /// Zero-width space, word joiner, byte order mark, line and paragraph separator, non-characters.
  private static let invisible: Set<UInt32> = [0x200B, 0x2060, 0xFEFF, 0x2028, 0x2029, 0xFFFE, 0xFFFF]

  private static func report(
    _ hit: (offset: Int, scalar: UInt32, length: Int), in file: SourceFile, into bag: DiagnosticBag
  ) {
    let span = SourceSpan(file: file.path, start: file.position(ofByte: hit.offset))
    let digits = String(hit.scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let isControl = hit.scalar < 0xA0 && hit.scalar != 0x85
    bag.error(
      isControl ? .controlCharacter : .invisibleCharacter, at: span,
      Bilingual(
        zh: isControl ? "不允许的控制字符 \(name)" : "看不见的字符 \(name)",
        en: isControl ? "control character \(name)" : "invisible character \(name)"),
      hint: Bilingual(zh: "请删除它", en: "delete it"))
  }
}
