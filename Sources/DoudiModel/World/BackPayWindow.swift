public import DoudiUnits

/// Months of each year in which the old standard is still paid although the new one is owed.
@frozen
public struct BackPayWindow: Hashable, Sendable {
  /// Month from which the new standard is owed.
  public let effective: Int
  /// Later month in which it is first paid, together with what is owed.
  public let paidFrom: Int

  /// A window.
  public init(effective: Int, paidFrom: Int) { (self.effective, self.paidFrom) = (effective, paidFrom) }

  /// True while the old standard is paid.
  public func isOpen(in month: Month) -> Bool { (effective..<paidFrom).contains(month.month) }

  /// Months settled in `month`; empty unless it is the month of first payment.
  public func settled(in month: Month) -> [Month] {
    guard month.month == paidFrom else { return [] }
    return (effective..<paidFrom).map { Month(year: month.year, month: $0) }
  }

  /// The month whose standard is still paid in `month`.
  public func stillPaid(in month: Month) -> Month {
    Month(year: month.year, month: effective).advanced(by: -1)
  }
}
