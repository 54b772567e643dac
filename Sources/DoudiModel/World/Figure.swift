public import DoudiUnits

/// An exact number and how far it can be relied on.
@frozen
public struct Figure: Hashable, Sendable {
  /// The number, in the unit of whatever carries the figure.
  public var value: Rational
  /// The weakest status among all that went into it.
  public var status: Status

  /// A number with its status.
  @inlinable
  public init(_ value: Rational, _ status: Status) {
    self.value = value
    self.status = status
  }

  /// The weaker of two statuses.
  @inlinable
  public static func weaker(_ a: Status, _ b: Status) -> Status { a < b ? b : a }
}
