/// Splits whole units in proportion to weights so that the parts add up exactly.
public enum LargestRemainder {
  /// Parts of `total` in proportion to `weights` by the method of largest remainders.
  ///
  ///     quota_i = total x w_i / sum(w);  part_i = floor(quota_i) or floor(quota_i) + 1
  ///
  /// The units left over go to the largest remainders; equal remainders go to the
  /// earlier position. A negative total is split as its opposite and negated.
  /// - Parameters:
  ///   - total: whole units (fen, seats...).
  ///   - weights: not negative; at least one positive, else everything falls to the first.
  /// - Returns: as many parts as weights, whose sum is `total`.
  public static func split(_ total: Int64, weights: [Rational]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    if total < 0 { return split(-total, weights: weights).map { -$0 } }
    let sum = weights.reduce(Rational.zero, +)
    guard sum > .zero else { return [total] + Array(repeating: 0, count: weights.count - 1) }
    let quotas = weights.map { Rational(Int128(total), over: 1) * $0 / sum }
    var parts = quotas.map { Int64($0.floor) }
    let left = Int(total - parts.reduce(0, +))
    let order = quotas.indices.sorted { first, second in
      let a = quotas[first] - Rational(Int128(parts[first]), over: 1)
      let b = quotas[second] - Rational(Int128(parts[second]), over: 1)
      return a == b ? first < second : a > b
    }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts
  }
}
