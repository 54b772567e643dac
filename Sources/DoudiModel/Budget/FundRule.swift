import DoudiInputs
public import DoudiUnits

/// How one fund's payments are divided among the tiers.
public enum FundRule: Sendable {
  /// Every line by shares, split by largest remainder.
  case shares([(tier: Tier, term: Term)])
  /// Issued transfers first, in payment order, the centre before the province; `own` pays the rest.
  case transfers([Transfer], own: Tier)
}
