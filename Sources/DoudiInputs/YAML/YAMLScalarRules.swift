import DoudiUnits

/// What a plain scalar may not look like.
enum YAMLScalarRules {
  /// "~", "null" and its capital forms.
  static func isNull(_ text: String) -> Bool {
    text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// Reports DD1106, DD1108, DD1109 and DD1111 for a plain key or value.
  static func check(_ text: String, isKey: Bool, at span: SourceSpan, into bag: DiagnosticBag) {
    if isKey, text == "<<" {
      bag.error(.mergeKey, at: span, hint: Bilingual(zh: "请把内容直接写出来", en: "write the content out"))
    } else if QuantityFault.isNotFinite(text) {
      if !isKey || text.contains(".") { bag.error(.notFinite, at: span, hint: quote(text)) }
    } else if isAmbiguous(text) {
      bag.error(
        .ambiguousScalar, at: span,
        Bilingual(
          zh: "\(text) 写法有歧义：YAML 1.1 与 1.2 读法不同", en: "YAML 1.1 and 1.2 read \(text) differently"),
        hint: hint(for: text))
    } else if FullWidth.contains(text), isKey ? FullWidth.isKeySuspect(text) : FullWidth.looksNumeric(text) {
      let half = FullWidth.halved(text)
      bag.error(.fullWidth, at: span, hint: Bilingual(zh: "请写 \(half)", en: "write \(half)"))
    }
  }

  private static func quote(_ text: String) -> Bilingual {
    Bilingual(zh: "若是文字，请加引号：\"\(text)\"", en: "if it is text, quote it: \"\(text)\"")
  }

  private static func hint(for text: String) -> Bilingual {
    if let value = words[text] {
      return Bilingual(
        zh: "若是文字请写 \"\(text)\"，若是真假请写 \(value)",
        en: "write \"\(text)\" for text, \(value) for a truth value")
    }
    return quote(text)
  }

  /// Words that YAML 1.1 reads as truth values and 1.2 as text.
  private static let words: [String: Bool] = {
    var result: [String: Bool] = [:]
    for (word, value) in [
      ("y", true), ("yes", true), ("on", true), ("n", false), ("no", false), ("off", false),
    ] {
      result[word] = value
      result[word.uppercased()] = value
      result[word.prefix(1).uppercased() + word.dropFirst()] = value
    }
    return result
  }()

  /// True for words and numbers that the two versions of YAML read differently.
  static func isAmbiguous(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(65))
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    if words[text] != nil || text == "=" { return true }
    let digits = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
    guard let lead = digits.first, isDigit(lead) || lead == UInt8(ascii: ".") else { return false }
    return isLeadingZero(digits) || isUnderscored(digits) || isSexagesimal(digits) || isExponent(digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// 0777, 0o17, 0b1: an octal or binary number to one version only.
  private static func isLeadingZero(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "0"), let second = text.dropFirst().first else { return false }
    let rest = text.dropFirst(2)
    if second == UInt8(ascii: "o") || second == UInt8(ascii: "b") {
      return !rest.isEmpty && rest.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
    }
    return (isDigit(second) || second == UInt8(ascii: "_"))
      && rest.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// 1_000: a number to YAML 1.1 only.
  private static func isUnderscored(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "_"))
      && text.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
  }

  /// 1:30 is 90 to YAML 1.1.
  private static func isSexagesimal(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1 else { return false }
    return parts.enumerated().allSatisfy { index, part in
      let isLast = index == parts.count - 1
      return !part.isEmpty && part.allSatisfy { isDigit($0) || (isLast && $0 == UInt8(ascii: ".")) }
        && (index == 0 || part.prefix { isDigit($0) }.count <= 2)
    }
  }

  /// 1e3 is a number to YAML 1.2 only.
  private static func isExponent(_ text: ArraySlice<UInt8>) -> Bool {
    guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
    let before = text[..<mark]
    var after = text[(mark + 1)...]
    if let sign = after.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      after = after.dropFirst()
    }
    return !after.isEmpty && after.allSatisfy(isDigit) && before.contains(where: isDigit)
      && before.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
  }
}
