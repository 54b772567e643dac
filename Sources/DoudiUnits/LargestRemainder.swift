/// Splits whole units in proportion to weights so that the parts add up exactly.
public enum LargestRemainder {
  /// Parts of `total` in proportion to `weights` by the method of largest remainders.
  ///
  ///     quota_i = total x w_i / sum(w);  part_i = floor(quota_i) or floor(quota_i) + 1
  ///
  /// The units left over go to the largest remainders; equal remainders go to the
  /// earlier position. A negative total is split as its opposite and negated.
  ///
  /// Holds: the parts add up to `total`; none is a whole unit away from its quota; a
  /// weight of zero gets nothing while another is positive; weights all multiplied by
  /// the same number give the same parts. Does not hold: a larger total gives nobody
  /// less (the Alabama paradox).
  /// - Parameters:
  ///   - total: whole units (fen, seats...).
  ///   - weights: a negative weight, or one that is not representable, counts as zero;
  ///     where none is positive everything falls to the first. Weights without a common
  ///     denominator of 128 bits are first cut to 2^-40 of the largest.
  /// - Returns: as many parts as weights, whose sum is `total`.
  public static func split(_ total: Int64, weights: [Rational]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    return split(total, whole: wholeWeights(weights) ?? roundedWeights(weights))
  }

  /// Splits many totals by the same weights, which are brought to whole numbers once.
  public struct Splitter: Sendable {
    private let whole: [UInt128]
    private let narrow: [UInt64]
    private let sum: UInt64
    private let isNarrow: Bool
    private var rests: [UInt64]

    /// - Parameter weights: as for ``LargestRemainder/split(_:weights:)``.
    public init(weights: [Rational]) {
      whole = wholeWeights(weights) ?? roundedWeights(weights)
      narrow = whole.map { UInt64(truncatingIfNeeded: $0) }
      sum = narrow.reduce(UInt64(0)) { $0 &+ $1 }
      isNarrow = !whole.isEmpty && sum > 0 && whole.allSatisfy { $0 < 1 << 32 } && whole.count < 1 << 20
      rests = Array(repeating: 0, count: whole.count)
    }

    /// Writes the parts of `total` to `parts`, the first at `place`.
    /// - Parameters:
    ///   - total: whole units.
    ///   - parts: receives as many numbers as there are weights.
    ///   - place: index of the first of them.
    public mutating func split(_ total: Int64, into parts: inout [Int64], at place: Int) {
      guard isNarrow else {
        for (index, part) in LargestRemainder.split(total, whole: whole).enumerated() {
          parts[place + index] = part
        }
        return
      }
      // One 64-bit division a part.
      var left = total.magnitude
      for index in narrow.indices {
        let (part, rest) = sum.dividingFullWidth(narrow[index].multipliedFullWidth(by: total.magnitude))
        (parts[place + index], rests[index]) = (Int64(truncatingIfNeeded: part), rest)
        left -= part
      }
      while left > 0 {
        var largest = 0
        for index in rests.indices where rests[index] > rests[largest] { largest = index }
        parts[place + largest] += 1
        rests[largest] = 0
        left -= 1
      }
      guard total < 0 else { return }
      for index in place..<(place + narrow.count) { parts[index] = -parts[index] }
    }
  }

  private static func split(_ total: Int64, whole: [UInt128]) -> [Int64] {
    guard !whole.isEmpty else { return [] }
    let sum = whole.reduce(0, +)
    guard sum > 0 else { return [total] + Array(repeating: 0, count: whole.count - 1) }
    var parts: [UInt64] = []
    var rests: [UInt128] = []
    for weight in whole {
      // weight <= sum, so the quotient is at most the total.
      let product = weight.multipliedFullWidth(by: UInt128(total.magnitude))
      let (part, rest) =
        product.high == 0
        ? product.low.quotientAndRemainder(dividingBy: sum) : sum.dividingFullWidth(product)
      parts.append(UInt64(truncatingIfNeeded: part))
      rests.append(rest)
    }
    let left = Int(total.magnitude - parts.reduce(0, +))
    let order = rests.indices.sorted { a, b in
      rests[a] == rests[b] ? a < b : rests[a] > rests[b]
    }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts.map { Int64(truncatingIfNeeded: total < 0 ? 0 &- $0 : $0) }
  }

  /// The weights over their least common denominator; nil where they or their sum leave 128 bits.
  private static func wholeWeights(_ weights: [Rational]) -> [UInt128]? {
    var common: Int128 = 1
    for weight in weights where weight.numerator > 0 && weight.denominator > 1 {
      let missing = Rational(weight.denominator, over: common).numerator
      let (product, overflow) = common.multipliedReportingOverflow(by: missing)
      if overflow { return nil }
      common = product
    }
    var (sum, whole): (UInt128, [UInt128]) = (0, [])
    for weight in weights {
      guard weight.isRepresentable, weight.numerator > 0 else {
        whole.append(0)
        continue
      }
      let factor = (common / weight.denominator).magnitude
      let (product, o1) = weight.numerator.magnitude.multipliedReportingOverflow(by: factor)
      let (next, o2) = sum.addingReportingOverflow(product)
      if o1 || o2 { return nil }
      whole.append(product)
      sum = next
    }
    return whole
  }

  /// The weights in 2^-40 of the largest, cut to whole numbers.
  private static func roundedWeights(_ weights: [Rational]) -> [UInt128] {
    let doubles = weights.map { $0.isRepresentable ? max(0, $0.double) : 0 }
    let largest = doubles.max() ?? 0
    guard largest > 0 else { return weights.map { _ in 0 } }
    return doubles.map { UInt128(UInt64($0 / largest * 0x1p40)) }
  }
}
