extension Rational {
  /// The largest whole number not above the fraction, and what is left of it, over the
  /// denominator and not negative. A fraction that is not representable gives 0.
  @inlinable var wholeAndRest: (whole: Int128, rest: Int128) {
    if denominator <= 1 { return (numerator, 0) }
    if let top = Self.narrow(numerator), let bottom = Self.narrow(denominator) {
      let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
      return rest < 0
        ? (Int128(quotient) - 1, Int128(rest + bottom)) : (Int128(quotient), Int128(rest))
    }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? (quotient - 1, rest + denominator) : (quotient, rest)
  }

  /// The largest whole number not above the fraction; 0 where it is not representable.
  @inlinable public var floor: Int128 { wholeAndRest.whole }

  /// The smallest whole number not below the fraction; 0 where it is not representable.
  @inlinable public var ceiling: Int128 {
    let (whole, rest) = wholeAndRest
    return rest > 0 ? whole + 1 : whole
  }

  /// The nearest whole number; a half goes up (towards plus infinity): 2.5 to 3, -2.5 to -2.
  /// 0 where the fraction is not representable.
  @inlinable public var roundedHalfUp: Int128 {
    let (whole, rest) = wholeAndRest
    return rest > 0 && rest >= denominator - rest ? whole + 1 : whole
  }

  /// The smallest multiple of `step` not below the fraction: 501.2 at step 10 is 510.
  /// - Parameter step: a positive step; zero or less returns the value itself.
  /// - Returns: an exact multiple of `step`, or ``notRepresentable``.
  public func roundedUp(toStep step: Rational) -> Rational {
    inSteps(of: step) { $0.ceiling }
  }

  /// The nearest multiple of `step`, halves up.
  /// - Parameter step: a positive step; zero or less returns the value itself.
  /// - Returns: an exact multiple of `step`, or ``notRepresentable``.
  public func roundedHalfUp(toStep step: Rational) -> Rational {
    inSteps(of: step) { $0.roundedHalfUp }
  }

  private func inSteps(of step: Rational, _ rounding: (Rational) -> Int128) -> Rational {
    guard isRepresentable, step.isRepresentable else { return .notRepresentable }
    guard step.numerator > 0 else { return self }
    let steps = self / step
    guard steps.isRepresentable else { return .notRepresentable }
    return Rational(rounding(steps), over: 1) * step
  }

  /// Rounded half up to `digits` decimal places, at most 37.
  public func rounded(toPlaces digits: Int) -> Rational {
    roundedHalfUp(toStep: Rational(1, over: Self.powerOfTen(digits)))
  }

  @inlinable
  static func powerOfTen(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<Swift.max(0, Swift.min(exponent, 37)) { result *= 10 }
    return result
  }
}
