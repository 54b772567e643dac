extension Rational: Comparable {
  /// Exact order; whatever is not representable is neither smaller nor larger.
  @inlinable
  public static func < (a: Rational, b: Rational) -> Bool {
    guard a.isRepresentable, b.isRepresentable else { return false }
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    if let p = narrow(a.numerator), let q = narrow(a.denominator),
      let r = narrow(b.numerator), let s = narrow(b.denominator)
    {
      return product(p, s) < product(r, q)
    }
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
      let ((wholeA, restA), (wholeB, restB)) = (a.wholeAndRest, b.wholeAndRest)
      if wholeA != wholeB { return (wholeA < wholeB) != flipped }
      if restA == 0 || restB == 0 {
        if restA == restB { return false }
        return (restA == 0) != flipped
      }
      a = Rational(reducedNumerator: a.denominator, denominator: restA)
      b = Rational(reducedNumerator: b.denominator, denominator: restB)
      flipped.toggle()
    }
  }
}
