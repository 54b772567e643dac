/// A whole number of 256 bits: the full product of two of 128, made to be compared.
struct WideProduct: Comparable {
  let high: UInt128
  let low: UInt128

  init(_ a: UInt128, _ b: UInt128) {
    let product = a.multipliedFullWidth(by: b)
    (high, low) = (product.high, product.low)
  }

  @inline(__always)
  static func < (a: WideProduct, b: WideProduct) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }
}

/// a x b / c without its fraction, and what is left; nil where the quotient leaves 128 bits.
func wideQuotient(_ a: UInt128, _ b: UInt128, over c: UInt128) -> (quotient: UInt128, rest: UInt128)? {
  guard c > 0 else { return nil }
  let product = a.multipliedFullWidth(by: b)
  if product.high == 0 {
    let (quotient, rest) = product.low.quotientAndRemainder(dividingBy: c)
    return (quotient, rest)
  }
  guard product.high < c else { return nil }
  let (quotient, rest) = c.dividingFullWidth(product)
  return (quotient, rest)
}

extension UInt128 {
  /// Bits that the number takes; 0 for 0.
  var bitLength: Int { 128 - leadingZeroBitCount }

  /// Greatest common divisor; the other argument where one is zero.
  static func gcd(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while b != 0 {
      if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
        return UInt128(narrowGCD(UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b)))
      }
      (a, b) = (b, a % b)
    }
    return a
  }

  /// The same for 64 bits, whose divisions cost a fraction.
  private static func narrowGCD(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
