extension Rational {
  /// a + b, exact.
  @inlinable
  public static func + (a: Rational, b: Rational) -> Rational {
    guard a.isRepresentable, b.isRepresentable else { return .notRepresentable }
    if a.denominator == b.denominator {
      let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
      return overflow ? .notRepresentable : Rational(sum, over: a.denominator)
    }
    if let p = narrow(a.numerator), let q = narrow(a.denominator),
      let r = narrow(b.numerator), let s = narrow(b.denominator)
    {
      return narrowSum(p, q, r, s)
    }
    return wideSum(a, b)
  }

  /// a + b over the least common denominator, so that it is representable whenever that is.
  @usableFromInline
  static func wideSum(_ a: Rational, _ b: Rational) -> Rational {
    let shared = Int128(gcd(a.denominator.magnitude, b.denominator.magnitude))
    let (factorA, factorB) = (b.denominator / shared, a.denominator / shared)
    let (left, o1) = a.numerator.multipliedReportingOverflow(by: factorA)
    let (right, o2) = b.numerator.multipliedReportingOverflow(by: factorB)
    let (top, o3) = left.addingReportingOverflow(right)
    guard !o1, !o2, !o3, top != .min else { return .notRepresentable }
    let again = Int128(gcd(top.magnitude, shared.magnitude))
    let (bottom, o4) = factorB.multipliedReportingOverflow(by: b.denominator / again)
    return o4 ? .notRepresentable : Rational(reducedNumerator: top / again, denominator: bottom)
  }

  /// -a.
  @inlinable
  public static prefix func - (a: Rational) -> Rational {
    Rational(reducedNumerator: -a.numerator, denominator: a.denominator)
  }

  /// a - b, exact.
  @inlinable
  public static func - (a: Rational, b: Rational) -> Rational { a + (-b) }

  /// a x b, exact. Common factors are taken out crosswise first, so that the
  /// products stay as small as the result allows.
  @inlinable
  public static func * (a: Rational, b: Rational) -> Rational {
    guard a.isRepresentable, b.isRepresentable else { return .notRepresentable }
    if let p = narrow(a.numerator), let q = narrow(a.denominator),
      let r = narrow(b.numerator), let s = narrow(b.denominator)
    {
      return narrowProduct(p, q, r, s)
    }
    return wideProduct(a, b)
  }

  /// a x b by 128-bit products.
  @usableFromInline
  static func wideProduct(_ a: Rational, _ b: Rational) -> Rational {
    let left = Rational(a.numerator, over: b.denominator)
    let right = Rational(b.numerator, over: a.denominator)
    let (top, o1) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (bottom, o2) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    guard !o1, !o2, top != .min else { return .notRepresentable }
    return Rational(reducedNumerator: top, denominator: bottom)
  }

  /// a / b, exact; division by zero is ``notRepresentable``.
  @inlinable
  public static func / (a: Rational, b: Rational) -> Rational {
    guard b.isRepresentable, b.numerator != 0 else { return .notRepresentable }
    let sign: Int128 = b.numerator < 0 ? -1 : 1
    return a * Rational(reducedNumerator: sign * b.denominator, denominator: sign * b.numerator)
  }

  /// a to the whole power `exponent` (negative: the reciprocal); a to the power 0 is 1.
  public func power(_ exponent: Int) -> Rational {
    guard isRepresentable else { return self }
    var (result, rest) = (Rational.one, exponent.magnitude)
    var base = exponent < 0 ? .one / self : self
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }
}
