extension Rational {
  /// The largest whole number not above the fraction.
  @inlinable public var floor: Int128 {
    guard isRepresentable else { return 0 }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number not below the fraction.
  @inlinable public var ceiling: Int128 {
    guard isRepresentable else { return 0 }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest > 0 ? quotient + 1 : quotient
  }

  /// The nearest whole number; a half goes up (towards plus infinity): 2.5 to 3, -2.5 to -2.
  @inlinable public var roundedHalfUp: Int128 { (self + Rational(1, over: 2)).floor }

  /// The smallest multiple of `step` not below the fraction: 501.2 at step 10 is 510.
  /// - Parameter step: a positive step; anything else returns the value itself.
  /// - Returns: an exact multiple of `step`.
  public func roundedUp(toStep step: Rational) -> Rational {
    guard step > .zero else { return self }
    return Rational((self / step).ceiling, over: 1) * step
  }

  /// The nearest multiple of `step`, halves up.
  /// - Parameter step: a positive step; anything else returns the value itself.
  /// - Returns: an exact multiple of `step`.
  public func roundedHalfUp(toStep step: Rational) -> Rational {
    guard step > .zero else { return self }
    return Rational((self / step).roundedHalfUp, over: 1) * step
  }

  /// Rounded half up to `digits` decimal places.
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
