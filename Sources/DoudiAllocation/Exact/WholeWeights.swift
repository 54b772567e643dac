import DoudiUnits

/// Weights as whole numbers in the same proportions.
///
///     values_i = w_i x scale,   scale = common denominator / common divisor
///
/// Exact as long as every whole weight keeps within `bits`. Where one does not, all are cut to `bits` bits of
/// the largest (a positive one to no less than 1) and `isScaled` says so: relative error of the largest
/// below 2^(1 - bits).
struct WholeWeights {
  private(set) var values: [UInt64] = []
  private(set) var sum: UInt128 = 0
  private(set) var isScaled = false
  /// Whole weight for a weight of 1; ``Rational/notRepresentable`` where weights were cut.
  private(set) var scale = Rational.one

  /// Weights of at most `bits` bits, and never more than 62.
  init(_ weights: [Rational], bits: Int = 62) throws(AllocationFault) {
    try Self.check(weights)
    let bits = Swift.max(1, Swift.min(bits, 62))
    if let (whole, scale) = Self.exact(weights, bits: bits) {
      (values, self.scale) = (whole, scale)
    } else {
      (values, isScaled, scale) = (Self.cut(weights, bits: bits), true, .notRepresentable)
    }
    sum = values.reduce(0) { $0 + UInt128($1) }
  }

  private static func check(_ weights: [Rational]) throws(AllocationFault) {
    if weights.isEmpty { throw .noRows }
    let unknown = weights.indices.filter { !weights[$0].isRepresentable }
    if !unknown.isEmpty { throw .notRepresentable(.weight, rows: unknown) }
    let negative = weights.indices.filter { weights[$0] < .zero }
    if !negative.isEmpty { throw .negative(.weight, rows: negative) }
  }

  private static func exact(_ weights: [Rational], bits: Int) -> (whole: [UInt64], scale: Rational)? {
    guard let common = commonDenominator(weights) else { return nil }
    var whole: [UInt128] = []
    whole.reserveCapacity(weights.count)
    var divisor: UInt128 = 0
    for weight in weights {
      let (product, overflow) = weight.numerator.magnitude
        .multipliedReportingOverflow(by: common / weight.denominator.magnitude)
      if overflow { return nil }
      whole.append(product)
      if divisor != 1 { divisor = .gcd(divisor, product) }
    }
    let shared = Swift.max(divisor, 1)
    guard let largest = whole.max(), (largest / shared).bitLength <= bits else { return nil }
    let scale = Rational(Int128(common), over: 1) / Rational(Int128(truncatingIfNeeded: shared), over: 1)
    return (whole.map { UInt64(truncatingIfNeeded: shared == 1 ? $0 : $0 / shared) }, scale)
  }

  /// The least common denominator; nil beyond 127 bits.
  static func commonDenominator(_ values: [Rational]) -> UInt128? {
    var common: UInt128 = 1
    for value in values where value.denominator > 1 {
      let denominator = value.denominator.magnitude
      if common % denominator == 0 { continue }
      let missing = denominator / .gcd(denominator, common)
      let (product, overflow) = common.multipliedReportingOverflow(by: missing)
      if overflow || product.bitLength > 127 { return nil }
      common = product
    }
    return common
  }

  private static func cut(_ weights: [Rational], bits: Int) -> [UInt64] {
    guard let largest = weights.max() else { return [] }
    let whole = largest.floor.magnitude
    // The shift that brings the largest weight to `bits` bits.
    let shift =
      whole > 0
      ? bits - whole.bitLength
      : Swift.min(bits + (Rational.one / largest).floor.magnitude.bitLength - 1, 126)
    return weights.map { weight in
      guard weight > .zero else { return 0 }
      let (top, bottom) = (weight.numerator.magnitude, weight.denominator.magnitude)
      let scaled =
        shift >= 0
        ? wideQuotient(top, UInt128(1) << UInt128(shift), over: bottom)?.quotient
        : (top / bottom) >> UInt128(-shift)
      return UInt64(truncatingIfNeeded: Swift.max(scaled ?? 1, 1))
    }
  }
}
