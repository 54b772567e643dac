public import DoudiUnits

/// Why an amount may not go below or above a value.
public enum BoundReason: String, CaseIterable, Hashable, Sendable {
  /// A floor or cap that the rule states as such.
  case stated
  /// Nobody gets less than this.
  case minimumGrant = "minimum_grant"
  /// Nobody gets more than this.
  case maximumGrant = "maximum_grant"
  /// Nobody gets less than a share of last time's amount.
  case holdHarmless = "hold_harmless"
  /// Nobody moves further from last time's amount than this.
  case growthBand = "growth_band"
  /// Nobody gets more than was claimed.
  case claim
  /// What was sent stays, but for what may be taken back.
  case sent
  /// What is missing of a reserve of one's own.
  case reserve
  /// What the rows below can hold.
  case children
}

/// A floor or a cap, and why it stands.
public struct Bound: Hashable, Sendable {
  /// Units.
  public let value: Rational
  /// Where it comes from.
  public let reason: BoundReason

  /// `value` units because of `reason`.
  public init(_ value: Rational, because reason: BoundReason = .stated) {
    (self.value, self.reason) = (value, reason)
  }
}

/// Floor and cap of one row. Of several the tightest stands, and is the one named when it is hit.
public struct RowBounds: Hashable, Sendable {
  /// The highest floor.
  public private(set) var floor: Bound?
  /// The lowest cap.
  public private(set) var cap: Bound?

  /// Neither floor nor cap.
  public static let none = RowBounds()

  /// The given floor and cap.
  public init(floor: Bound? = nil, cap: Bound? = nil) { (self.floor, self.cap) = (floor, cap) }

  /// A floor besides those there are.
  public mutating func raise(to value: Rational, because reason: BoundReason) {
    // What is not representable must win, so that it is found.
    if let floor, value.isRepresentable, !(floor.value < value) { return }
    floor = Bound(value, because: reason)
  }

  /// A cap besides those there are.
  public mutating func limit(to value: Rational, because reason: BoundReason) {
    if let cap, value.isRepresentable, !(value < cap.value) { return }
    cap = Bound(value, because: reason)
  }

  /// At least `share` of last time's amount.
  public mutating func holdHarmless(previous: Rational, share: Rational) {
    raise(to: previous * share, because: .holdHarmless)
  }

  /// Between previous x (1 - down) and previous x (1 + up).
  public mutating func keepInBand(previous: Rational, down: Rational, up: Rational) {
    raise(to: previous * (.one - down), because: .growthBand)
    limit(to: previous * (.one + up), because: .growthBand)
  }

  /// At least `amount`, whatever the weight.
  public mutating func grantAtLeast(_ amount: Rational) { raise(to: amount, because: .minimumGrant) }
}

/// A bound that moved an amount.
public struct BoundHit: Hashable, Sendable {
  /// Which of the two.
  public enum Side: String, Hashable, Sendable { case floor, cap }
  /// Floor or cap.
  public let side: Side
  /// Its value and reason.
  public let bound: Bound

  /// A floor or cap that moved an amount.
  public init(side: Side, bound: Bound) { (self.side, self.bound) = (side, bound) }
}
