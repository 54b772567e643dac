public import DoudiAllocation
import DoudiInputs
public import DoudiUnits

/// What an allocation comes to, with all that its tables say.
public struct AllocationOutcome: Sendable {
  /// The specification.
  public let spec: AllocationSpec
  /// The rows.
  public let rows: AllocationRows
  /// The split of the whole pot.
  public let split: AllocationSplit
  /// What each factor alone would give, in shares.
  public let factors: [(name: String, shares: [Rational])]
  /// Weights; nil for methods without.
  public let weights: [Rational]?
  /// Units; nil where no need is known.
  public let needs: [Rational?]?
  /// Last time's units.
  public let previous: [Rational?]?
  /// Units sent before.
  public let sent: [Rational]?
  /// Whom the money is for.
  public let people: PeopleColumn?
  /// What a unit of money (a yuan, a seat) more in the pot gives each row.
  public let next: [Rational?]
  /// How needs may turn out; nil without draws.
  public let risks: [NeedRisk?]?
  /// What each row must have set aside, has, and has with the amount; empty without such a rule.
  public let reserves: [ReserveVerdict]
  /// Inequality before and after.
  public let equity: [EquityLine]
  /// Batches in their order.
  public let batches: [BatchOutcome]
  /// Methods beside each other.
  public let candidates: [CandidateOutcome]
}

/// People of each row.
public struct PeopleColumn: Sendable {
  /// Whether they are recipients or residents.
  public let areRecipients: Bool
  /// Heads; nil where not known.
  public let heads: [Rational?]
}

/// How a row's need may turn out.
public struct NeedRisk: Hashable, Sendable {
  /// Units that nineteen draws in twenty exceed.
  public let low: Double
  /// Units that one draw in twenty exceeds.
  public let high: Double
  /// Share of draws with a need above the amount.
  public let short: Double
}

/// A row's own reserve.
public struct ReserveVerdict: Sendable {
  /// Units that it must have set aside.
  public let wanted: Rational
  /// Units that it has.
  public let own: Rational
  /// Units with the amount.
  public let after: Rational
  /// Not negative exactly where the limit is met.
  public var slack: Rational { after - wanted }
}

/// Inequality of one set of amounts.
public struct EquityLine: Sendable {
  /// Which amounts.
  public enum Amounts: String, Sendable { case previous, formula, amount }
  /// Over whom.
  public enum Heads: String, Sendable { case recipient, head, row }
  /// Which amounts.
  public let amounts: Amounts
  /// Over whom.
  public let heads: Heads
  /// The measures.
  public let measure: Inequality
}

/// A batch that was split.
public struct BatchOutcome: Sendable {
  /// Its name.
  public let name: String
  /// YYYY-MM-DD, where one is written.
  public let date: String?
  /// Units of this batch.
  public let pot: Int64
  /// Units of this batch by row.
  public let amounts: [Int64]
  /// Units with all before, by row.
  public let cumulative: [Int64]
}

/// A method beside others.
public struct CandidateOutcome: Sendable {
  /// The method.
  public let method: AllocationMethod
  /// Units given out.
  public let cost: Int64
  /// Sum of min(amount, need) over the sum of needs; nil without needs.
  public let coverage: Double?
  /// Gini's coefficient of amounts over people, over needs where these are not known; nil where not defined.
  public let gini: Double?
  /// True where no other method is at least as good in all and better in one.
  public let isUnbeaten: Bool
}
