/// A calendar month, the step of the simulation.
@frozen
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  public let index: Int32

  /// The month that lies `index` months after January of year 0.
  @inlinable public init(index: Int32) { self.index = index }

  /// Year and month 1...12 (months outside wrap into neighbouring years; beyond 32 bits
  /// the first or last month there is).
  @inlinable
  public init(year: Int, month: Int) {
    index = Int32(clamping: Int128(year) * 12 + Int128(month) - 1)
  }

  /// Reads "YYYY-MM" (1900...2199); nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = Int(text.prefix(4)), let month = Int(text.suffix(2)),
      bytes.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
      (1900...2199).contains(year), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// Calendar (and fiscal) year.
  @inlinable public var year: Int { (Int(index) - (index < 0 ? 11 : 0)) / 12 }
  /// 1...12.
  @inlinable public var month: Int { Int(index) - 12 * year + 1 }

  /// The month `count` months later.
  @inlinable
  public func advanced(by count: Int) -> Month {
    Month(index: Int32(clamping: Int(index) + Int(Int32(clamping: count))))
  }

  /// Months from `other` to this month.
  @inlinable
  public func months(since other: Month) -> Int { Int(index) - Int(other.index) }

  /// Calendar order.
  @inlinable public static func < (a: Month, b: Month) -> Bool { a.index < b.index }
}

extension Month: CustomStringConvertible {
  /// "YYYY-MM".
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}

/// The months of a run, first and last included.
@frozen
public struct Horizon: Hashable, Sendable {
  /// First projected month.
  public let first: Month
  /// Last projected month, not before ``first``.
  public let last: Month

  /// nil where `last` lies before `first`.
  public init?(first: Month, last: Month) {
    guard first <= last else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// Number of months.
  @inlinable public var count: Int { last.months(since: first) + 1 }
  /// All months in order.
  public var months: [Month] { (0..<count).map { first.advanced(by: $0) } }
  /// All calendar years touched, in order.
  public var years: [Int] { Array(first.year...last.year) }
  /// True for a month between first and last.
  @inlinable public func contains(_ month: Month) -> Bool { first <= month && month <= last }
}
