public import DoudiUnits

/// Months in which an entitlement month is paid when it is not the month itself, for
/// instance two months before Spring Festival.
public struct PaymentCalendar: Sendable {
  /// Entitlement month to payment month.
  public let moved: [Month: Month]

  /// A calendar; an empty one pays every month in itself.
  public init(moved: [Month: Month] = [:]) { self.moved = moved }

  /// The month in which the entitlement of `month` is paid.
  public func payment(for month: Month) -> Month { moved[month] ?? month }
}
