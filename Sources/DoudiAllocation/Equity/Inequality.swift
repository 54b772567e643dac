public import DoudiUnits

/// How unequally amounts lie over people.
///
///     y_i = x_i / n_i,   p_i = n_i / sum n,   s_i = x_i / sum x,   mean m
///     Gini         sum over i < j of |x_i n_j - x_j n_i| / (sum n x sum x)
///     Theil T      sum of s_i ln(s_i / p_i)
///     Theil L      sum of p_i ln(p_i / s_i)
///     Atkinson(e)  1 - (sum of p_i (y_i / m)^(1 - e))^(1 / (1 - e));   e = 1: 1 - exp(-L)
///
/// All are 0 where everybody has the same. With amounts of zero T stays finite (0 ln 0 = 0), L is infinite and
/// Atkinson's measure for e >= 1 is 1.
///
/// Holds: amounts multiplied by one number change nothing; people split into groups of the same y change nothing.
/// Does not hold: the measures order any two splits alike.
public struct Inequality: Hashable, Sendable {
  private let amounts: [Int64]
  private let people: [Int64]
  private let allAmounts: Int128
  private let allPeople: Int128

  /// - Parameters:
  ///   - amounts: whole units of each row, not negative.
  ///   - people: of each row; nil for one each. A row without people must have no amount and does not count.
  /// - Throws: ``AllocationFault``, naming rows.
  public init(_ amounts: [Int64], people: [Int64]? = nil) throws(AllocationFault) {
    let heads = people ?? amounts.map { _ in 1 }
    guard heads.count == amounts.count else {
      throw .count(.population, expected: amounts.count, found: heads.count)
    }
    for (item, values) in [(AllocationItem.amount, amounts), (.population, heads)] {
      let negative = values.indices.filter { values[$0] < 0 }
      if !negative.isEmpty { throw .negative(item, rows: negative) }
    }
    let nobody = amounts.indices.filter { heads[$0] == 0 && amounts[$0] > 0 }
    if !nobody.isEmpty { throw .notMeasurable(rows: nobody) }
    let kept = amounts.indices.filter { heads[$0] > 0 }
    (self.amounts, self.people) = (kept.map { amounts[$0] }, kept.map { heads[$0] })
    allAmounts = self.amounts.reduce(0) { $0 + Int128($1) }
    allPeople = self.people.reduce(0) { $0 + Int128($1) }
    if allAmounts == 0 { throw .notMeasurable(rows: []) }
    if allAmounts.multipliedReportingOverflow(by: allPeople).overflow { throw .tooLarge(.amount) }
  }

  /// Gini's coefficient, exact.
  public var gini: Rational {
    let order = amounts.indices.sorted { a, b in
      Int128(amounts[a]) * Int128(people[b]) < Int128(amounts[b]) * Int128(people[a])
    }
    var (sum, peopleBelow, amountsBelow) = (Int128(0), Int128(0), Int128(0))
    for row in order {
      // Not negative, and all terms together at most all people x all amounts.
      sum += Int128(amounts[row]) * peopleBelow - Int128(people[row]) * amountsBelow
      peopleBelow += Int128(people[row])
      amountsBelow += Int128(amounts[row])
    }
    return Rational(sum, over: allPeople * allAmounts)
  }

  /// Theil's T.
  public var theilT: Double {
    sum { share, part in share == 0 ? 0 : share * PortableMath.log(share / part) }
  }

  /// Theil's L, the mean logarithmic deviation; infinite with an amount of zero.
  public var theilL: Double {
    amounts.contains(0) ? .infinity : sum { share, part in part * PortableMath.log(part / share) }
  }

  /// Atkinson's measure for an aversion of 0 or more; nil for a negative one or none at all.
  public func atkinson(_ aversion: Double) -> Double? {
    guard aversion >= 0, aversion.isFinite else { return nil }
    if aversion >= 1, amounts.contains(0) { return 1 }
    if aversion == 1 { return 1 - PortableMath.exp(-theilL) }
    let power = 1 - aversion
    let mean = sum { share, part in share == 0 ? 0 : part * PortableMath.pow(share / part, power) }
    return 1 - PortableMath.pow(mean, 1 / power)
  }

  private func sum(_ term: (_ share: Double, _ part: Double) -> Double) -> Double {
    amounts.indices.reduce(0.0) { sum, row in
      sum + term(Double(amounts[row]) / Double(allAmounts), Double(people[row]) / Double(allPeople))
    }
  }
}
