import DoudiUnits

/// A number of a cell, or one worked out of such: the exact fraction, and how far a program that works with doubles,
/// and writes 15 digits, may be from it.
///
/// A cell's digits are taken as the decimal of 15 digits that they stand for: 9570.360000000001 is 9570.36. Of up
/// to 14 digits that decimal is exact. Every operation adds what rounding to a double may change; whole numbers
/// below 2^53 change by nothing.
struct FormulaNumber: Equatable {
  let exact: Rational
  /// At most so far away.
  let bound: Double

  static let zero = FormulaNumber(exact: .zero, bound: 0)

  /// Of a number of 15 digits half a unit of the last.
  private static let ofDigits = 5e-15
  /// One rounding to a double, relative, with room.
  private static let ofDouble = 2.3e-16
  /// Power of ten of the last digit that is looked at.
  private static let lowest = -30
  private static let wholeLimit = 9_007_199_254_740_992.0

  init(exact: Rational, bound: Double) { (self.exact, self.bound) = (exact, bound) }

  /// The number of a cell; nil where the digits are no number, or one too large or small to be money or people.
  init?(cell text: String) {
    guard let (mantissa, exponent, digits) = Self.digits(text) else { return nil }
    let power =
      exponent < 0 ? Rational(1, over: Self.tenTo(-exponent)) : Rational(Self.tenTo(exponent), over: 1)
    let exact = Rational(Int128(mantissa), over: 1) * power
    guard exact.isRepresentable else { return nil }
    let isWhole = exact.isWhole && exact.double.magnitude < Self.wholeLimit
    let part = digits > 14 && !isWhole ? Self.ofDigits : isWhole ? 0 : Self.ofDouble
    let cut = exponent == Self.lowest ? 1e-30 : 0
    self.init(exact: exact, bound: exact.double.magnitude * part + cut)
  }

  /// The number of a formula's cell: whoever worked it out had digits behind the 15 that the file shows.
  var workedOut: FormulaNumber { FormulaNumber(exact: exact, bound: max(bound, size * Self.ofDigits)) }

  /// The decimal of a formula's text.
  static func exact(_ text: String) -> Rational? { FormulaNumber(cell: text)?.exact }

  // MARK: arithmetic

  private var size: Double { exact.double.magnitude }

  /// The result of an operation, whose parts may be off by `bound`; nil where it leaves the range.
  private static func result(_ exact: Rational, _ bound: Double, _ parts: Double) -> FormulaNumber? {
    guard exact.isRepresentable, bound.isFinite else { return nil }
    let isExact = bound == 0 && exact.isWhole && parts < wholeLimit
    return FormulaNumber(exact: exact, bound: isExact ? 0 : bound + ofDouble * parts)
  }

  static func + (a: FormulaNumber, b: FormulaNumber) -> FormulaNumber? {
    result(a.exact + b.exact, a.bound + b.bound, a.size + b.size)
  }

  /// LibreOffice takes a difference below 2^-48 of its parts for none.
  static func - (a: FormulaNumber, b: FormulaNumber) -> FormulaNumber? {
    let areWhole = a.bound == 0 && b.bound == 0 && a.exact.isWhole && b.exact.isWhole
    let snap = areWhole ? 0 : Swift.max(a.size, b.size) * 3.6e-15
    return result(a.exact - b.exact, a.bound + b.bound + snap, a.size + b.size)
  }

  static prefix func - (a: FormulaNumber) -> FormulaNumber { FormulaNumber(exact: -a.exact, bound: a.bound) }

  static func * (a: FormulaNumber, b: FormulaNumber) -> FormulaNumber? {
    result(
      a.exact * b.exact, a.size * b.bound + b.size * a.bound + a.bound * b.bound, a.size * b.size)
  }

  /// nil, too, where the divisor may be zero.
  static func / (a: FormulaNumber, b: FormulaNumber) -> FormulaNumber? {
    let least = b.size - b.bound
    guard least > 0 else { return nil }
    let quotient = a.size / b.size
    return result(a.exact / b.exact, (a.bound + quotient * b.bound) / least, quotient)
  }

  var magnitude: FormulaNumber { exact < .zero ? -self : self }

  /// Half away from zero, as spreadsheet programs round. Where it lies so near a half that a double may fall on
  /// either side, either is right.
  func rounded(places: Int) -> FormulaNumber? {
    guard (0...15).contains(places) else { return nil }
    let scaled = magnitude.exact * Rational(Self.tenTo(places), over: 1)
    guard scaled.isRepresentable else { return nil }
    let whole = scaled.roundedHalfUp
    let unit = Rational(1, over: Self.tenTo(places))
    let value = Rational(whole, over: 1) * unit
    let fromHalf = (scaled - Rational(scaled.floor, over: 1) - Rational(1, over: 2)).double.magnitude
    let isOnEdge = bound > 0 && fromHalf * unit.double <= bound
    return FormulaNumber(
      exact: exact < .zero ? -value : value,
      bound: isOnEdge ? unit.double * 1.000001 : value.isWhole ? 0 : value.double * Self.ofDouble)
  }

  /// True where both may be the same number.
  func agrees(with other: FormulaNumber) -> Bool {
    let gap = exact - other.exact
    return gap == .zero || (gap.isRepresentable && gap.double.magnitude <= bound + other.bound)
  }

  // MARK: digits

  private static func tenTo(_ exponent: Int) -> Int128 {
    (0..<max(0, min(36, exponent))).reduce(Int128(1)) { product, _ in product * 10 }
  }

  /// Up to 15 digits, the power of ten behind them, and how many they are; what lies below 10^-30 is cut off.
  private static func digits(_ text: String) -> (mantissa: Int64, exponent: Int, digits: Int)? {
    guard let scan = DigitScan(text) else { return nil }
    var (mantissa, exponent) = (scan.mantissa, scan.exponent)
    while mantissa != 0, mantissa % 10 == 0 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let count = String(mantissa).utf8.count
    while mantissa != 0, exponent < lowest { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    guard mantissa != 0 else { return (0, 0, 1) }
    guard exponent <= 18 else { return nil }
    return (scan.isNegative ? -mantissa : mantissa, exponent, count)
  }
}

/// Sign, 15 rounded digits and power of ten of a number as files write it: "-12.5", "1.5E-07".
private struct DigitScan {
  private(set) var mantissa: Int64 = 0
  private(set) var exponent = 0
  private(set) var isNegative = false

  init?(_ text: String) {
    let halves = text.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }
    )
    guard (1...2).contains(halves.count), text.utf8.count <= 40 else { return nil }
    if halves.count == 2 {
      guard let power = Int(Substring(halves[1])), (-400...400).contains(power) else { return nil }
      exponent = power
    }
    var (count, seen, next, hasPoint) = (0, 0, UInt8(0), false)
    for (place, byte) in halves[0].enumerated() {
      switch byte {
      case UInt8(ascii: "-") where place == 0: isNegative = true
      case UInt8(ascii: "+") where place == 0: break
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seen += 1
        if count < 15 {
          mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
          if mantissa > 0 { count += 1 }
          if hasPoint { exponent -= 1 }
        } else {
          if count == 15 { next = byte }
          count += 1
          if !hasPoint { exponent += 1 }
        }
      default: return nil
      }
    }
    guard seen > 0 else { return nil }
    if next >= UInt8(ascii: "5") { mantissa += 1 }
  }
}
