import DoudiInputs
public import DoudiUnits

/// Money sent from above: one row of a transfer list.
public struct Transfer: Hashable, Sendable {
  /// Region it was sent to.
  public let region: RegionCode
  /// Fiscal year.
  public let year: Int
  /// Position of the fund.
  public let fund: Int
  /// Who sent it.
  public let tier: Tier
  /// Advance notice, first, second, cut...
  public let batch: String
  /// The amount; negative for a cut.
  public let amount: Money
  /// How far it can be relied on.
  public let status: Status
}
