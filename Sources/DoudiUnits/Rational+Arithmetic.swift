extension Rational: Comparable {
  /// a + b, exact.
  @inlinable
  public static func + (a: Rational, b: Rational) -> Rational {
    guard a.isRepresentable, b.isRepresentable else { return .notRepresentable }
    if a.denominator == b.denominator {
      let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
      return overflow ? .notRepresentable : Rational(sum, over: a.denominator)
    }
    let (left, o1) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, o2) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (bottom, o3) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    let (top, o4) = left.addingReportingOverflow(right)
    return o1 || o2 || o3 || o4 ? .notRepresentable : Rational(top, over: bottom)
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
    let left = Rational(a.numerator, over: b.denominator)
    let right = Rational(b.numerator, over: a.denominator)
    let (top, o1) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (bottom, o2) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return o1 || o2 ? .notRepresentable : Rational(reducedNumerator: top, denominator: bottom)
  }

  /// a / b, exact; division by zero is ``notRepresentable``.
  @inlinable
  public static func / (a: Rational, b: Rational) -> Rational {
    guard b.isRepresentable, b.numerator != 0 else { return .notRepresentable }
    return a * Rational(b.denominator, over: b.numerator)
  }

  /// Exact order; whatever is not representable is neither smaller nor larger.
  @inlinable
  public static func < (a: Rational, b: Rational) -> Bool {
    guard a.isRepresentable, b.isRepresentable else { return false }
    let (left, o1) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, o2) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    if !o1 && !o2 { return left < right }
    return a.isLessByContinuedFraction(b)
  }

  /// Compares whole parts, then the reciprocals of what is left: no product, no overflow.
  @usableFromInline
  func isLessByContinuedFraction(_ other: Rational) -> Bool {
    var (a, b) = (self, other)
    var flipped = false
    while true {
      let (wholeA, wholeB) = (a.floor, b.floor)
      if wholeA != wholeB { return (wholeA < wholeB) != flipped }
      let restA = a.numerator - wholeA * a.denominator
      let restB = b.numerator - wholeB * b.denominator
      if restA == 0 || restB == 0 {
        if restA == restB { return false }
        return (restA == 0) != flipped
      }
      a = Rational(reducedNumerator: a.denominator, denominator: restA)
      b = Rational(reducedNumerator: b.denominator, denominator: restB)
      flipped.toggle()
    }
  }

  /// a to the whole power `exponent` (negative: the reciprocal).
  public func power(_ exponent: Int) -> Rational {
    if exponent < 0 { return (.one / self).power(-exponent) }
    var (result, base, rest) = (Rational.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }
}
