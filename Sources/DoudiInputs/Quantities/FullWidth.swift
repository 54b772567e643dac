/// Full-width forms (U+FF01 ... U+FF5E, U+3000) and their ASCII counterparts.
enum FullWidth {
  /// The ASCII counterpart of a full-width scalar; nil for any other scalar.
  static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0)
  }

  /// The text with full-width forms replaced.
  static func halved(_ text: String) -> String {
    guard contains(text) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(half(scalar) ?? scalar) }
    return String(result)
  }

  /// True where the text holds a full-width form.
  static func contains(_ text: String) -> Bool {
    // All of them start with the bytes EF BC, EF BD or E3 80 80.
    guard text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return false }
    return text.unicodeScalars.contains { half($0) != nil }
  }
}

extension FullWidth {
  /// True where a key holds a full-width letter, digit or sign that keys are written with.
  static func isKeySuspect(_ key: String) -> Bool {
    key.unicodeScalars.contains { scalar in
      guard let ascii = half(scalar) else { return false }
      return ascii.properties.isAlphabetic || ("0"..."9").contains(ascii)
        || "：％．＿－　".unicodeScalars.contains(scalar)
    }
  }

  /// True where the text would read as a number, quantity, date or time if its full-width forms were ASCII.
  static func looksNumeric(_ text: String) -> Bool {
    guard text.utf8.count <= 96 else { return false }
    let half = halved(text)
    if Quantity.parse(text: half) != nil { return true }
    var digits = 0
    for scalar in half.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits += 1
      } else if !"+-.,:/% ".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return digits > 0
  }
}
