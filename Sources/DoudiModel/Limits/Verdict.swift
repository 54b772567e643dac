public import DoudiInputs
public import DoudiUnits

/// Whether a limit holds.
public enum Finding: String, Sendable {
  /// It holds.
  case met
  /// It does not hold.
  case broken
  /// A figure it needs is not there.
  case undecidable
}

/// The outcome of one limit in one region and period.
public struct Verdict: Sendable {
  /// Identifier of the mechanism (W01, L21).
  public let id: String
  /// Position of the rule.
  public let rule: String
  /// Region the verdict is about.
  public let region: RegionCode
  /// Year, or month.
  public let period: Period
  /// The tested figure; nil where undecidable.
  public let value: Rational?
  /// What it is tested against; nil where undecidable.
  public let bound: Rational?
  /// True where `value` must reach `bound`, false where it must not exceed it.
  public let isFloor: Bool
  /// value - bound for floors, bound - value for caps: not negative exactly when the limit holds.
  public let slack: Rational?
  /// Unit of all three.
  public let unit: String
  /// How binding the limit is.
  public let strictness: Strictness
  /// The weakest status of what went into it.
  public let status: Status
  /// What to know beside the figures: a boundary hit, a missing datum, a date that has passed.
  public let note: Bilingual?
  /// Money with which a reserve was topped up, which ``note`` says in yuan; nil: the limit is of no reserve.
  public let topUp: Money?

  /// met, broken or undecidable.
  public var finding: Finding {
    guard let slack else { return .undecidable }
    return slack >= .zero ? .met : .broken
  }

  /// A verdict on a floor (`value` must reach `bound`) or a cap (`value` must not exceed it).
  public init(
    rule: RuleHeader, region: RegionCode, period: Period, value: Rational?, bound: Rational?,
    isFloor: Bool, unit: String, status: Status, note: Bilingual? = nil, topUp: Money? = nil
  ) {
    id = rule.mechanism
    self.rule = rule.id
    (self.region, self.period, self.value, self.bound) = (region, period, value, bound)
    self.isFloor = isFloor
    if let value, let bound {
      slack = isFloor ? value - bound : bound - value
    } else {
      slack = nil
    }
    (self.unit, strictness, self.status, self.note) = (unit, rule.strictness, status, note)
    self.topUp = topUp
  }
}
