/// The 64-bit ways through arithmetic: a 128-bit division costs several times a 64-bit
/// one, and nearly every standard and rate fits 64 bits.
extension Rational {
  /// `value` where it fits 64 bits.
  @inlinable
  static func narrow(_ value: Int128) -> Int64? {
    let low = Int64(truncatingIfNeeded: value)
    return Int128(low) == value ? low : nil
  }

  /// a + b for parts of 64 bits. No product leaves 127 bits and the sum of two leaves none.
  ///
  /// With g = gcd(b, d):  a/b + c/d = t / (b/g x d), t = a x d/g + c x b/g; what t and
  /// the bottom still share divides g.
  @inlinable
  static func narrowSum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    let shared = Int64(gcd(b.magnitude, d.magnitude))
    if shared == 1 {
      return Rational(
        reducedNumerator: product(a, d) + product(c, b), denominator: product(b, d))
    }
    let left = b / shared
    let top = product(a, d / shared) + product(c, left)
    let rest = narrow(top).map { $0 % shared } ?? Int64(top % Int128(shared))
    let again = Int64(gcd(rest.magnitude, shared.magnitude))
    let reduced = narrow(top).map { Int128($0 / again) } ?? (top / Int128(again))
    return Rational(reducedNumerator: reduced, denominator: product(left, d / again))
  }

  /// a/b x c/d for parts of 64 bits, common factors taken out crosswise first.
  @inlinable
  static func narrowProduct(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    let first = d == 1 ? 1 : Int64(gcd(a.magnitude, d.magnitude))
    let second = b == 1 ? 1 : Int64(gcd(c.magnitude, b.magnitude))
    return Rational(
      reducedNumerator: product(a / first, c / second),
      denominator: product(b / second, d / first))
  }

  /// The full product, which always fits.
  @inlinable
  static func product(_ a: Int64, _ b: Int64) -> Int128 { Int128(a) &* Int128(b) }

  /// Greatest common divisor; the other argument where one is zero.
  @inlinable
  static func gcd(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while b != 0 {
      if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
        return UInt128(gcd(UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b)))
      }
      (a, b) = (b, a % b)
    }
    return a
  }

  /// Greatest common divisor by shifts and differences.
  @inlinable
  static func gcd(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (a, b) = (first, second)
    if a == 0 { return b }
    if b == 0 { return a }
    let shift = (a | b).trailingZeroBitCount
    a &>>= UInt64(truncatingIfNeeded: a.trailingZeroBitCount)
    while b != 0 {
      b &>>= UInt64(truncatingIfNeeded: b.trailingZeroBitCount)
      (a, b) = a > b ? (b, a &- b) : (a, b &- a)
    }
    return a &<< UInt64(truncatingIfNeeded: shift)
  }
}
