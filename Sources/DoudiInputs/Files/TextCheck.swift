/// Turns bytes into a ``SourceFile``, or says kindly what they are instead of UTF-8.
enum TextCheck {
  /// The file, where its bytes are UTF-8 with or without byte order mark.
  static func file(path: String, bytes: [UInt8], into bag: DiagnosticBag) -> SourceFile? {
    let start = SourceSpan(file: path, line: 1, column: 1)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      bag.error(.looksLikeUTF16, at: start, hint: saveAsUTF8)
      return nil
    }
    guard let offset = firstInvalidByte(bytes) else { return SourceFile(path: path, bytes: bytes) }
    // Everything before the first bad byte is valid, so its position can be given.
    let place = SourceFile(path: path, bytes: Array(bytes[..<offset])).position(ofByte: offset)
    let span = SourceSpan(file: path, start: place)
    if isGB18030(bytes) {
      bag.error(.looksLikeGB18030, at: span, hint: convertGB18030)
    } else {
      let hex = String(bytes[offset], radix: 16, uppercase: true)
      bag.error(
        .notUTF8, at: span,
        Bilingual(zh: "字节 0x\(hex) 不是有效的 UTF-8", en: "byte 0x\(hex) is not valid UTF-8"), hint: saveAsUTF8)
    }
    return nil
  }

  private static let saveAsUTF8 = Bilingual(zh: "请另存为 UTF-8", en: "save the file as UTF-8")
  private static let convertGB18030 = Bilingual(
    zh: "请另存为 UTF-8，或运行 iconv -f GB18030 -t UTF-8",
    en: "save it as UTF-8, or run iconv -f GB18030 -t UTF-8")

  /// Offset of the first byte that no well-formed UTF-8 sequence contains; nil for valid text.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let length = sequenceLength(buffer, at: index)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// Length of the well-formed sequence at `index`, 0 where there is none (Unicode table 3-7).
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard bytes[index + 1] >= low, bytes[index + 1] <= high else { return 0 }
    for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// True where the whole file reads as GB18030 and holds at least one two-byte character
  /// of the common range (GB 2312 rows: lead and trail 0xA1 and up).
  static func isGB18030(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var common = 0
    var rare = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard lead >= 0x81, lead <= 0xFE, index + 1 < bytes.count else { return false }
      let trail = bytes[index + 1]
      if (0x30...0x39).contains(trail) {
        guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
          (0x30...0x39).contains(bytes[index + 3])
        else { return false }
        rare += 1
        index += 4
      } else {
        guard (0x40...0xFE).contains(trail), trail != 0x7F else { return false }
        if (0xA1...0xF7).contains(lead), trail >= 0xA1 { common += 1 } else { rare += 1 }
        index += 2
      }
    }
    return common > rare
  }
}
