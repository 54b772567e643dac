extension Money {
  /// The ledger's one rounding: persons x CNY per person, half up to whole fen.
  ///
  ///     fen = floor(persons x rate x 100 + 1/2)
  ///
  /// The double `persons` is taken as the exact binary fraction it is, so no second
  /// rounding creeps in: 34,390 persons at 875/3 CNY give the same fen as pencil and
  /// paper. With persons = m / 2^k, rate = p/q the quotient is divided by q first and
  /// by 2^k afterwards, so that 256 bits hold every step whatever p and q are.
  /// - Parameters:
  ///   - persons: head count, real-valued, finite, less than 9 x 10^15 in magnitude.
  ///   - rate: CNY per person.
  ///
  /// The result is nil where `persons` is out of bounds, the rate is not representable
  /// or the amount exceeds ``largestLine``.
  @inlinable
  public init?(persons: Double, rate: Rational) {
    guard rate.isRepresentable, persons.magnitude < 9e15 else { return nil }
    guard persons != 0, rate.numerator != 0 else {
      self.init(fen: 0)
      return
    }
    if let fen = Money.plainlyNearest(persons, rate) {
      self.init(fen: fen)
      return
    }
    let (head, shift) = Money.binaryFraction(persons.magnitude)
    let isNegative = (persons < 0) != (rate.numerator < 0)
    let magnitude: UInt64?
    if let top = Rational.narrow(rate.numerator), let bottom = Rational.narrow(rate.denominator) {
      let (quotient, rest) = (UInt128(head &* 100) &* UInt128(top.magnitude))
        .quotientAndRemainder(dividingBy: UInt128(bottom.magnitude))
      magnitude = Money.nearest(
        (0, quotient), rest: rest, divisor: UInt128(bottom.magnitude), shift: shift, isNegative)
    } else {
      magnitude = Money.wideMagnitude(head, shift, rate, isNegative)
    }
    guard let magnitude else { return nil }
    self.init(fen: isNegative ? -Int64(magnitude) : Int64(magnitude))
  }

  /// The nearest whole fen where doubles already decide it; nil near a half, for negative amounts and
  /// for large ones.
  ///
  /// The double product p = persons x rate x 100 carries at most five roundings of 2^-53 each (three of
  /// the rate, two products), so the true one lies within p x 2^-50. Where p + 1/2 is farther than
  /// that from a whole number, rounding p cannot differ from rounding the true product. Nearly
  /// every line is decided here, at a tenth of the cost of 128-bit arithmetic.
  @inlinable
  static func plainlyNearest(_ persons: Double, _ rate: Rational) -> Int64? {
    guard persons > 0, rate.numerator > 0 else { return nil }
    let product = persons * rate.double * 100
    guard product < 0x1p46 else { return nil }
    let raised = product + 0.5
    let whole = raised.rounded(.down)
    let (above, doubt) = (raised - whole, raised * 0x1p-49)
    return above > doubt && above < 1 - doubt ? Int64(whole) : nil
  }

  /// m and k with value = m / 2^k, m odd or k = 0. For 0 < value < 2^53.
  @inlinable
  static func binaryFraction(_ value: Double) -> (head: UInt64, shift: Int) {
    let exponent = Int(value.exponentBitPattern)
    let implicit: UInt64 = exponent == 0 ? 0 : 1 << 52
    let bits = value.significandBitPattern | implicit
    let shift = 1075 - max(exponent, 1)
    let surplus = min(bits.trailingZeroBitCount, shift)
    return (bits >> UInt64(surplus), shift - surplus)
  }

  /// floor((quotient + rest/divisor) / 2^shift + 1/2), for a negative amount the halves
  /// towards zero; nil beyond ``largestLine``.
  @inlinable
  static func nearest(
    _ quotient: (high: UInt128, low: UInt128), rest: UInt128, divisor: UInt128, shift: Int,
    _ isNegative: Bool
  ) -> UInt64? {
    let (high, low) = quotient
    if shift == 0 {
      guard high == 0, low <= UInt128(largestLine) else { return nil }
      let above = rest > divisor - rest || (rest == divisor - rest && !isNegative)
      return bounded(low + (above ? 1 : 0))
    }
    // All bits of the quotient below 2^(shift-1), and the rest, decide only a tie.
    if shift > 256 { return 0 }
    let half = shift <= 128 ? (low >> UInt128(shift - 1)) & 1 : (high >> UInt128(shift - 129)) & 1
    let below =
      shift <= 128
      ? low & ((1 << UInt128(shift - 1)) - 1)
      : low | (high & ((1 << UInt128(shift - 129)) - 1))
    let kept = shifted((high, low), by: shift)
    guard let kept else { return nil }
    let isTie = below == 0 && rest == 0
    return bounded(kept + (half == 1 && !(isTie && isNegative) ? 1 : 0))
  }

  /// (high, low) / 2^shift without its fraction, 0 < shift; nil where 128 bits do not hold it.
  @inlinable
  static func shifted(_ value: (high: UInt128, low: UInt128), by shift: Int) -> UInt128? {
    if shift >= 128 { return value.high >> UInt128(shift - 128) }
    guard value.high >> UInt128(shift) == 0 else { return nil }
    return value.high << UInt128(128 - shift) | value.low >> UInt128(shift)
  }

  @inlinable
  static func bounded(_ fen: UInt128) -> UInt64? {
    fen <= UInt128(largestLine) ? UInt64(truncatingIfNeeded: fen) : nil
  }

  /// The same by 256-bit products, for rates beyond 64 bits.
  @usableFromInline
  static func wideMagnitude(
    _ head: UInt64, _ shift: Int, _ rate: Rational, _ isNegative: Bool
  ) -> UInt64? {
    let product = rate.numerator.magnitude.multipliedFullWidth(by: UInt128(head) * 100)
    let divisor = rate.denominator.magnitude
    let (high, carried) = product.high.quotientAndRemainder(dividingBy: divisor)
    let (low, rest) = divisor.dividingFullWidth((carried, product.low))
    return nearest((high, low), rest: rest, divisor: divisor, shift: shift, isNegative)
  }
}
