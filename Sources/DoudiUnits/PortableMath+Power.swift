extension PortableMath {
  /// `base` to the power `exponent`, by a logarithm of twice the usual precision.
  ///
  ///     x^y = exp(y ln x),  ln x = head + tail,  y x head = product + error
  ///
  /// - Parameters:
  ///   - base: any double; a negative base needs a whole exponent, else the result is NaN.
  ///   - exponent: any double; 0 gives 1 whatever the base is.
  /// - Returns: the limits at 0 and infinity as IEEE 754 states them.
  public static func pow(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    let magnitude = base.magnitude
    let isOdd = isOddWhole(exponent)
    if base < 0, base.isFinite, exponent.isFinite, !isWhole(exponent) { return .nan }
    let isNegative = base.sign == .minus && isOdd
    if magnitude == 0 || magnitude == .infinity || !exponent.isFinite {
      let size = limit(magnitude, exponent)
      return isNegative ? -size : size
    }
    let size = positivePower(magnitude, exponent)
    return isNegative ? -size : size
  }

  private static func limit(_ magnitude: Double, _ exponent: Double) -> Double {
    if magnitude == 1 { return 1 }
    return (magnitude > 1) == (exponent > 0) ? .infinity : 0
  }

  private static func positivePower(_ base: Double, _ exponent: Double) -> Double {
    let logarithm = preciseLog(base)
    let rough = exponent * logarithm.head
    if rough > 800 { return .infinity }
    if rough < -800 { return 0 }
    if rough.magnitude < 0x1p-60 { return 1 + rough }
    let (product, error) = exactProduct(exponent, logarithm.head)
    return exp(head: product, tail: error + exponent * logarithm.tail)
  }

  /// ln x = head + tail to about 2^-62 of its value.
  private static func preciseLog(_ x: Double) -> (head: Double, tail: Double) {
    let (k, f) = split(x)
    let below = 2 + f
    let belowTail = f - (below - 2)
    let s = f / below
    let (product, error) = exactProduct(s, below)
    let sTail = (((f - product) - error) - s * belowTail) / below
    let count = Double(k)
    let (sum, lost) = exactSum(count * ln2.head, 2 * s)
    let tail = lost + (2 * sTail + (2 * s * atanhTail(s * s) + count * ln2.tail))
    let (head, rest) = exactSum(sum, tail)
    return (head, rest)
  }

  /// a + b = sum + lost, exactly.
  private static func exactSum(_ a: Double, _ b: Double) -> (sum: Double, lost: Double) {
    let sum = a + b
    let other = sum - a
    return (sum, (a - (sum - other)) + (b - other))
  }

  /// a x b = product + error to 2^-105 of it, by halves of 26 and 27 bits.
  private static func exactProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
    let product = a * b
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    let error = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return (product, error)
  }

  /// The leading 26 bits of `value` and the rest.
  static func halves(_ value: Double) -> (high: Double, low: Double) {
    let high = Double(bitPattern: value.bitPattern & ~((1 << 27) - 1))
    return (high, value - high)
  }

  private static func isWhole(_ value: Double) -> Bool {
    value.magnitude >= 0x1p53 || Double(Int64(value)) == value
  }

  private static func isOddWhole(_ value: Double) -> Bool {
    value.magnitude < 0x1p53 && isWhole(value) && Int64(value) & 1 != 0
  }
}
