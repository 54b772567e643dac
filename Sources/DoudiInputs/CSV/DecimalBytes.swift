import DoudiUnits

/// Reads plain decimals straight from bytes, for tables of a million figures.
enum DecimalBytes {
  /// The same as `Rational(decimal:)` where the text has an optional minus, digits and an
  /// optional point with digits, 18 of them at most; nil otherwise, which means only that the
  /// slower way has to decide.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Rational? {
    guard bytes.count <= 20 else { return nil }
    var digits: Int64 = 0
    var scale: Int64 = 1
    var (whole, fraction) = (0, 0)
    var isNegative = false
    var seenPoint = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        if seenPoint {
          fraction += 1
          scale *= 10
        } else {
          whole += 1
        }
        guard whole + fraction <= 18 else { return nil }
        digits = digits * 10 + Int64(byte - 0x30)
      } else if byte == UInt8(ascii: "."), !seenPoint, whole > 0 {
        seenPoint = true
      } else if byte == UInt8(ascii: "-"), index == bytes.startIndex {
        isNegative = true
      } else {
        return nil
      }
    }
    guard whole > 0, whole <= Rational.maximumWholeDigits, seenPoint == (fraction > 0),
      fraction <= Rational.maximumFractionDigits
    else { return nil }
    return Rational(Int128(isNegative ? -digits : digits), over: Int128(scale))
  }
}
