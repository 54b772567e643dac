public import DoudiUnits

/// One factor of the factor method: a coefficient or a quantity of each row.
public struct Factor: Hashable, Sendable {
  /// The name it is shown by.
  public let name: String
  /// A value for each row, not negative.
  public let values: [Rational]

  /// A factor with a value for each row.
  public init(_ name: String, _ values: [Rational]) { (self.name, self.values) = (name, values) }
}

/// Weights that factors give, and what each factor alone would give.
///
///     product:      w_i = a_i x b_i x c_i ...            exponents of 1
///     weighted sum: w_i = sum over k of g_k x v_ki / sum over i of v_ki,   sum of g_k = 1
public struct FactorWeights: Hashable, Sendable {
  /// Weight of each row. Of a weighted sum they add up to 1.
  public let weights: [Rational]
  /// For each factor the rows' shares in its sum.
  public let shares: [[Rational]]
  /// True where a weighted sum left 128 bits and shares were rounded down to 2^-60.
  public let sharesRounded: Bool

  /// The product of coefficients: demand x fiscal x performance.
  public init(product factors: [Factor]) throws(AllocationFault) {
    shares = try Self.shares(factors)
    var weights = factors[0].values
    for factor in factors.dropFirst() {
      for row in weights.indices { weights[row] = weights[row] * factor.values[row] }
    }
    let unknown = weights.indices.filter { !weights[$0].isRepresentable }
    if !unknown.isEmpty { throw .notRepresentable(.weight, rows: unknown) }
    (self.weights, sharesRounded) = (weights, false)
  }

  /// The weighted sum of shares.
  /// - Parameters:
  ///   - factors: columns of one length.
  ///   - importance: weights of the factors; they must add up to 1.
  /// - Throws: ``AllocationFault``.
  public init(sum factors: [Factor], importance: [Rational]) throws(AllocationFault) {
    guard importance.count == factors.count else {
      throw .count(.factor, expected: factors.count, found: importance.count)
    }
    let negative = importance.indices.filter { importance[$0] < .zero }
    if !negative.isEmpty { throw .negative(.factor, rows: negative) }
    let sum = importance.reduce(.zero, +)
    guard sum == .one else { throw .factorWeights(sum: sum) }
    let shares = try Self.shares(factors)
    let exact = Self.weighted(shares, importance)
    if exact.allSatisfy(\.isRepresentable) {
      (self.shares, weights, sharesRounded) = (shares, exact, false)
      return
    }
    let grid = Int128(1) << 60
    let rounded = shares.map { column in
      column.map { Rational(($0 * Rational(grid, over: 1)).floor, over: grid) }
    }
    let weights = Self.weighted(rounded, importance)
    let unknown = weights.indices.filter { !weights[$0].isRepresentable }
    if !unknown.isEmpty { throw .notRepresentable(.weight, rows: unknown) }
    (self.shares, self.weights, sharesRounded) = (rounded, weights, true)
  }

  private static func weighted(_ shares: [[Rational]], _ importance: [Rational]) -> [Rational] {
    guard let first = shares.first else { return [] }
    return first.indices.map { row in
      shares.indices.reduce(.zero) { $0 + importance[$1] * shares[$1][row] }
    }
  }

  private static func shares(_ factors: [Factor]) throws(AllocationFault) -> [[Rational]] {
    guard let count = factors.first?.values.count, count > 0 else { throw .noRows }
    var shares: [[Rational]] = []
    for (position, factor) in factors.enumerated() {
      guard factor.values.count == count else {
        throw .count(.factor, expected: count, found: factor.values.count)
      }
      let whole = try WholeWeights(factor.values)
      guard whole.sum > 0 else { throw .factorWithoutValue(position) }
      let sum = Int128(truncatingIfNeeded: whole.sum)
      shares.append(whole.values.map { Rational(Int128($0), over: sum) })
    }
    return shares
  }
}
