/// Exponential, logarithm, power and complementary error function whose bits are the same
/// on every machine.
///
/// Goals, in order: the same bits everywhere; an error of a few units in the last place;
/// speed. Only + - x / of doubles in a fixed order and their bit patterns are used: IEEE 754
/// rounds each of these correctly, while libraries of functions differ from one another
/// and from version to version. No fused multiply-add: the compiler adds none by itself.
///
/// | function | error at most | domain |
/// | --- | --- | --- |
/// | `exp` | 1 ulp | results that are normal numbers |
/// | `log` | 1 ulp | everywhere |
/// | `pow` | 2 ulp between 10^-10 and 10^10, 20 ulp beyond | normal results |
/// | `erfc` | 10^-15 of the result | -6 to 6, and on to 26 |
public enum PortableMath {
  /// ln 2 = head + tail; the head has 21 zero bits at its end, so that k x head is exact.
  static let ln2 = (head: 0x1.62e42fee00000p-1, tail: 0x1.a39ef35793c76p-33)
  private static let log2e = 0x1.71547652b82fep+0

  /// e to the power `x`.
  ///
  ///     x = k ln 2 + r, |r| <= ln 2 / 2;  e^x = 2^k (1 + r + r^2/2! + ... + r^13/13!)
  ///
  /// - Parameter x: any double; NaN gives NaN.
  /// - Returns: infinity above 709.78..., 0 below -745.13...
  public static func exp(_ x: Double) -> Double { exp(head: x, tail: 0) }

  /// e to the power head + tail, where the tail is small against the head.
  static func exp(head: Double, tail: Double) -> Double {
    if head.isNaN { return head }
    if head > 710 { return .infinity }
    if head < -746 { return 0 }
    let k = Int(head * log2e + (head < 0 ? -0.5 : 0.5))
    let count = Double(k)
    let r = (head - count * ln2.head) - (count * ln2.tail - tail)
    var sum = inverseFactorials[0]
    for coefficient in inverseFactorials.dropFirst() { sum = sum * r + coefficient }
    return scaled(1 + (r + r * r * sum), by: k)
  }

  /// 1/13!, 1/12!, ..., 1/2!.
  private static let inverseFactorials: [Double] = [
    1 / 6_227_020_800, 1 / 479_001_600, 1 / 39_916_800, 1 / 3_628_800, 1 / 362_880, 1 / 40_320,
    1 / 5_040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2,
  ]

  /// value x 2^k for a value near 1, in two factors where one power is out of range.
  private static func scaled(_ value: Double, by k: Int) -> Double {
    if k > 1023 { return value * powerOfTwo(1023) * powerOfTwo(k - 1023) }
    if k < -1022 { return value * powerOfTwo(k + 200) * powerOfTwo(-200) }
    return value * powerOfTwo(k)
  }

  /// 2^k for -1022 <= k <= 1023.
  private static func powerOfTwo(_ k: Int) -> Double {
    Double(bitPattern: UInt64(k + 1023) << 52)
  }

  /// Natural logarithm of `x`.
  ///
  ///     x = 2^k (1 + f), s = f / (2 + f);  ln(1 + f) = f - s (f - R)
  ///     R = 2 s^2 (1/3 + s^2/5 + ... + s^20/23)
  ///
  /// - Parameter x: any double; NaN and negative numbers give NaN.
  /// - Returns: minus infinity at 0.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    let (k, f) = split(x)
    let s = f / (2 + f)
    let rest = 2 * atanhTail(s * s)
    let count = Double(k)
    return count * ln2.head + (f - (s * (f - rest) - count * ln2.tail))
  }

  /// k and f with x = 2^k (1 + f), 1/sqrt 2 <= 1 + f < sqrt 2; f is exact. For finite x > 0.
  static func split(_ x: Double) -> (k: Int, f: Double) {
    let isSmall = x < 0x1p-1022
    let normal = isSmall ? x * 0x1p54 : x
    let k = Int(normal.exponentBitPattern) - 1023 - (isSmall ? 54 : 0)
    let mantissa = Double(bitPattern: normal.significandBitPattern | (1023 << 52))
    return mantissa < 1.4142135623730951 ? (k, mantissa - 1) : (k + 1, mantissa * 0.5 - 1)
  }

  /// z/3 + z^2/5 + ... + z^11/23: what atanh(s)/s has beyond 1, for z = s^2.
  static func atanhTail(_ z: Double) -> Double {
    var sum = 0.0
    for coefficient in inverseOddNumbers { sum = (sum + coefficient) * z }
    return sum
  }

  private static let inverseOddNumbers: [Double] = [
    1 / 23, 1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3,
  ]
}
