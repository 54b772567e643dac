/// An exact fraction p/q in lowest terms, the number type of standards and rates.
///
/// Goals, in order: exact; never traps; fast while numerator and denominator fit
/// 64 bits (nearly always). A result, or a product on the way to it, that would not
/// fit 128 bits becomes ``notRepresentable``, which every further operation carries on
/// and the model reports as an error; no wrong digit ever leaves.
///
///     3 500 CNY a year is  3500/12 = 875/3  CNY a month
///
/// Holds: (a + b) - b == a, (a * b) / b == a for b != 0, a < b is total over
/// representable values. Does not hold: `notRepresentable == notRepresentable`
/// says only that both overflowed.
@frozen
public struct Rational: Hashable, Sendable {
  /// Signed numerator, without a common factor with `denominator`; never `Int128.min`,
  /// so that the opposite always exists.
  public let numerator: Int128
  /// Positive denominator; 0 marks ``notRepresentable``.
  public let denominator: Int128

  @inlinable
  init(reducedNumerator numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The mark of a result beyond 128 bits or of a division by zero.
  @inlinable public static var notRepresentable: Rational {
    Rational(reducedNumerator: 0, denominator: 0)
  }

  /// The whole number `value`.
  @inlinable
  public init(_ value: Int) {
    self.init(reducedNumerator: Int128(value), denominator: 1)
  }

  /// `numerator / denominator` in lowest terms; a zero denominator gives ``notRepresentable``.
  @inlinable
  public init(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else {
      self = .notRepresentable
      return
    }
    if denominator == 1 {
      self.init(reducedNumerator: numerator, denominator: 1)
      return
    }
    if let top = Self.narrow(numerator), let bottom = Self.narrow(denominator), bottom > 0 {
      let divisor = Int64(Self.gcd(top.magnitude, bottom.magnitude))
      self.init(reducedNumerator: Int128(top / divisor), denominator: Int128(bottom / divisor))
      return
    }
    let divisor = Int128(Self.gcd(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(
      reducedNumerator: sign * (numerator / divisor), denominator: sign * (denominator / divisor))
  }

  /// False when a calculation left the range of 128 bits.
  @inlinable public var isRepresentable: Bool { denominator != 0 }

  /// Zero.
  @inlinable public static var zero: Rational { Rational(0) }
  /// One.
  @inlinable public static var one: Rational { Rational(1) }
  /// True for a whole number.
  @inlinable public var isWhole: Bool { denominator == 1 }

  /// The nearest double, correctly rounded when both parts fit 53 bits; NaN where the
  /// fraction is not representable.
  @inlinable public var double: Double {
    // The conversion from 128 bits is generic and costs a hundred times the one from 64.
    if let top = Self.narrow(numerator), let bottom = Self.narrow(denominator), bottom != 0 {
      return Double(top) / Double(bottom)
    }
    return isRepresentable ? Double(numerator) / Double(denominator) : .nan
  }
}
