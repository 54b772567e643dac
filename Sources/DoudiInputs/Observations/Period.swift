public import DoudiUnits

/// The time a figure is about: a calendar year or a month.
public enum Period: Hashable, Sendable {
  /// A calendar year.
  case year(Int)
  /// A month.
  case month(Month)

  /// Reads "2020" or "2020-11" (1900...2199); nil for anything else.
  public init?(_ text: some StringProtocol) {
    if text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text),
      (1900...2199).contains(year)
    {
      self = .year(year)
    } else if let month = Month(text) {
      self = .month(month)
    } else {
      return nil
    }
  }

  /// The calendar year.
  public var year: Int {
    switch self {
    case .year(let year): year
    case .month(let month): month.year
    }
  }

  /// A number in the order of ``<(_:_:)``: a year stands behind its December.
  var order: Int32 {
    switch self {
    case .year(let year): Int32(truncatingIfNeeded: year) * 13 + 12
    case .month(let month):
      Int32(truncatingIfNeeded: month.year) * 13 + Int32(truncatingIfNeeded: month.month) - 1
    }
  }

  /// The period of an ``order``.
  init(order: Int32) {
    let (year, part) = order.quotientAndRemainder(dividingBy: 13)
    self = part == 12 ? .year(Int(year)) : .month(Month(year: Int(year), month: Int(part) + 1))
  }
}

extension Period: Comparable {
  /// By end; a year, known only when it is over, comes after its December.
  public static func < (a: Period, b: Period) -> Bool { a.order < b.order }
}

extension Period: CustomStringConvertible {
  /// "2020" or "2020-11".
  public var description: String {
    switch self {
    case .year(let year): "\(year)"
    case .month(let month): month.description
    }
  }
}
