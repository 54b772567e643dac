import DoudiUnits
import _DoudiTestSupport

extension SplitMix64 {
  /// A fraction whose parts have up to `bits` bits, small ones as likely as large ones.
  mutating func fraction(bits: Int) -> Rational {
    Rational(wholeNumber(bits: bits), over: max(1, abs(wholeNumber(bits: bits))))
  }
}

/// Simpler fractions: a simpler numerator, then a simpler denominator.
func smallerFractions(_ value: Rational) -> [Rational] {
  smallerWholes(value.numerator).map { Rational($0, over: value.denominator) }
    + smallerWholes(value.denominator).filter { $0 > 0 }.map { Rational(value.numerator, over: $0) }
}

/// Simpler pairs: one of the two simpler.
func smallerPairs(_ pair: (Rational, Rational)) -> [(Rational, Rational)] {
  smallerFractions(pair.0).map { ($0, pair.1) } + smallerFractions(pair.1).map { (pair.0, $0) }
}

/// A whole number of any size, 32 bits a digit, smallest first: slow, plain and independent of
/// what it checks.
struct LongWhole: Comparable {
  private(set) var digits: [UInt64]

  init(_ value: UInt128) {
    digits = (0..<4).map { UInt64(truncatingIfNeeded: value >> UInt128(32 * $0)) & 0xffff_ffff }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }

  static func * (a: LongWhole, b: LongWhole) -> LongWhole {
    var result = LongWhole(0)
    result.digits = Array(repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.digits.enumerated() {
        let sum = result.digits[i + j] + x * y + carry
        result.digits[i + j] = sum & 0xffff_ffff
        carry = sum >> 32
      }
      result.digits[i + b.digits.count] += carry
    }
    result.trim()
    return result
  }

  static func < (a: LongWhole, b: LongWhole) -> Bool {
    if a.digits.count != b.digits.count { return a.digits.count < b.digits.count }
    return a.digits.reversed().lexicographicallyPrecedes(b.digits.reversed())
  }
}
