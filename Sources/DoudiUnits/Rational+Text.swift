extension Rational {
  /// Most digits accepted before the decimal point of an input.
  public static let maximumWholeDigits = 15
  /// Most digits accepted after the decimal point of an input.
  public static let maximumFractionDigits = 18

  /// Reads a plain decimal: optional sign, digits, optional point and digits. No
  /// exponent, no separators, no NaN or infinity; nil where the text is anything else
  /// or has more digits than ``maximumWholeDigits`` and ``maximumFractionDigits``.
  public init?(decimal text: some StringProtocol) {
    var digits: Int128 = 0
    var (whole, fraction) = (0, 0)
    var (negative, seenPoint) = (false, false)
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !seenPoint && whole > 0: seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        if seenPoint { fraction += 1 } else { whole += 1 }
        if whole > Self.maximumWholeDigits || fraction > Self.maximumFractionDigits { return nil }
      default: return nil
      }
    }
    guard whole > 0, !seenPoint || fraction > 0 else { return nil }
    self.init(negative ? -digits : digits, over: Self.powerOfTen(fraction))
  }

  /// "p/q"; a whole number is "5/1", so that readers need one rule.
  public var exactText: String { "\(numerator)/\(denominator)" }

  /// A decimal with exactly `places` digits after the point, rounded half up; "?" where
  /// the fraction is not representable.
  public func decimalText(places: Int) -> String {
    guard isRepresentable else { return "?" }
    let places = max(0, places)
    let scaled = self * Rational(Self.powerOfTen(places), over: 1)
    guard places <= 37, scaled.isRepresentable else { return longDivisionText(places: places) }
    return Self.text(ofScaled: scaled.roundedHalfUp, places: places)
  }

  /// The digits one by one, for what 128 bits cannot hold once it is scaled.
  private func longDivisionText(places: Int) -> String {
    let divisor = denominator.magnitude
    var (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var digits: [UInt8] = []
    for _ in 0..<places {
      let (digit, next) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      digits.append(UInt8(digit))
      rest = next
    }
    // A half goes up: away from zero above it, towards zero below.
    let isNegative = numerator < 0
    if rest > divisor - rest || (rest == divisor - rest && !isNegative) {
      var place = digits.count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { whole += 1 }
    }
    let sign = isNegative && (whole > 0 || digits.contains { $0 > 0 }) ? "-" : ""
    let fraction = digits.isEmpty ? "" : "." + digits.map(String.init).joined()
    return sign + String(whole) + fraction
  }

  /// The shortest decimal equal to the fraction where there is one of at most
  /// `maximumPlaces` digits after the point, else rounded to that many places.
  public func shortText(maximumPlaces: Int = 6) -> String {
    var text = decimalText(places: maximumPlaces)
    guard maximumPlaces > 0, text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  static func text(ofScaled scaled: Int128, places: Int) -> String {
    var digits = String(scaled.magnitude)
    if places > 0 {
      if digits.count <= places {
        digits = String(repeating: "0", count: places + 1 - digits.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return scaled < 0 ? "-" + digits : digits
  }
}

extension Rational: CustomStringConvertible {
  /// The shortest exact decimal, or "p/q" where no decimal of six places is exact.
  public var description: String {
    let text = shortText()
    return Rational(decimal: text) == self ? text : exactText
  }
}
