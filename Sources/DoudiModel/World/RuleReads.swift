/// What a rule reads of others: the edges along which a changed input spreads.
public struct RuleReads: Sendable {
  /// Positions of amounts.
  public let amounts: Set<Int>
  /// Positions of groups.
  public let groups: Set<Int>
  /// Positions of programmes whose payments it reads.
  public let programmes: Set<Int>
  /// Identifiers of rules it continues.
  public let rules: Set<String>
  /// Names of indicators.
  public let indicators: Set<String>
  /// Assumptions among its terms.
  public let assumptions: Set<Int>

  /// What a rule reads.
  public init(
    amounts: Set<Int>, groups: Set<Int>, programmes: Set<Int>, rules: Set<String>,
    indicators: Set<String>, assumptions: Set<Int>
  ) {
    (self.amounts, self.groups, self.programmes) = (amounts, groups, programmes)
    (self.rules, self.indicators, self.assumptions) = (rules, indicators, assumptions)
  }
}
