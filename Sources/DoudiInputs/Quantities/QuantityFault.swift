import DoudiUnits

/// Why a text is no quantity, and what to write instead.
struct QuantityFault {
  let code: DiagnosticCode
  let message: Bilingual
  let hint: Bilingual?

  /// Finds the fault of a text that ``Quantity/parse(text:)`` refused.
  init(_ text: String) {
    let half = FullWidth.halved(text)
    if half != text {
      (code, message) = (
        .fullWidth, Bilingual(zh: "数字用了全角字符：\(text)", en: "full-width characters in a number: \(text)")
      )
      hint = Bilingual(zh: "请写 \(half)", en: "write \(half)")
      return
    }
    let (number, unit) = Quantity.split(text)
    if Self.isNotFinite(text) {
      (code, message, hint) = (.notFinite, DiagnosticCode.notFinite.meaning, nil)
    } else if let plain = Self.withoutSeparators(number) {
      (code, message) = (.thousandsSeparator, DiagnosticCode.thousandsSeparator.meaning)
      let better = unit.isEmpty ? plain : "\(plain) \(unit)"
      hint = Bilingual(zh: "请写 \(better)", en: "write \(better)")
    } else if Rational(decimal: number) != nil {
      (code, message) = (.unknownUnit, Bilingual(zh: "单位“\(unit)”不认识", en: "unknown unit \"\(unit)\""))
      hint = UnitHint.hint(for: unit)
    } else if Self.hasTooManyDigits(number) {
      (code, message, hint) = (.tooManyDigits, Self.digitLimit, nil)
    } else {
      (code, message) = (.notANumber, Bilingual(zh: "“\(text)”不是数字", en: "\"\(text)\" is not a number"))
      hint = Quantity.example
    }
  }

  func report(at span: SourceSpan, into bag: DiagnosticBag) { bag.error(code, at: span, message, hint: hint) }

  /// "nan", "inf", "infinity", "∞" with any sign or leading point.
  static func isNotFinite(_ text: String) -> Bool {
    guard text.utf8.count <= 16 else { return false }
    let bare = text.lowercased().drop { $0 == "+" || $0 == "-" || $0 == "." }
    return ["nan", "inf", "infinity", "∞"].contains(String(bare))
  }

  /// The number without its thousands separators; nil where there are none, or it is no number then.
  static func withoutSeparators(_ number: String) -> String? {
    guard number.utf8.contains(UInt8(ascii: ",")) else { return nil }
    let plain = number.filter { $0 != "," }
    return Rational(decimal: plain) == nil ? nil : plain
  }

  /// How many digits a number may have.
  static let digitLimit = Bilingual(
    zh: "整数最多 \(Rational.maximumWholeDigits) 位，小数最多 \(Rational.maximumFractionDigits) 位",
    en:
      "at most \(Rational.maximumWholeDigits) digits before and \(Rational.maximumFractionDigits) after the point"
  )

  /// True for digits with at most one point and a sign, too many of them before or after the point.
  static func hasTooManyDigits(_ number: String) -> Bool {
    let signs = [UInt8(ascii: "-"), UInt8(ascii: "+")]
    let bare = number.utf8.first.map(signs.contains) ?? false ? number.utf8.dropFirst() : number.utf8[...]
    let parts = bare.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard areDigits, parts.count <= 2, let whole = parts.first?.count else { return false }
    return whole > Rational.maximumWholeDigits
      || (parts.count == 2 && parts[1].count > Rational.maximumFractionDigits)
  }
}
