/// An amount of money in whole fen (1/100 CNY), the unit of the ledger.
///
/// Sums are integer sums: no rounding after the line itself was rounded.
@frozen
public struct Money: Hashable, Comparable, Sendable {
  /// Whole fen; negative for money that comes back.
  public var fen: Int64

  /// `fen` hundredths of a yuan.
  @inlinable public init(fen: Int64) { self.fen = fen }

  /// No money.
  @inlinable public static var zero: Money { Money(fen: 0) }

  /// The largest single amount the ledger accepts, 10^16 fen; sums of up to 900 such amounts fit.
  public static let largestLine: Int64 = 10_000_000_000_000_000

  /// Sum. Traps on overflow, which the ledger excludes beforehand (``Money/largestLine``
  /// and its running total).
  @inlinable public static func + (a: Money, b: Money) -> Money { Money(fen: a.fen + b.fen) }
  /// Difference.
  @inlinable public static func - (a: Money, b: Money) -> Money { Money(fen: a.fen - b.fen) }
  /// Adds in place.
  @inlinable public static func += (a: inout Money, b: Money) { a.fen += b.fen }
  /// Opposite sign.
  @inlinable public static prefix func - (a: Money) -> Money { Money(fen: -a.fen) }
  /// Order by fen.
  @inlinable public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }

  /// CNY as an exact fraction.
  @inlinable public var yuan: Rational { Rational(Int128(fen), over: 100) }

  /// The amount of `yuan`, rounded half up to whole fen; nil beyond ``largestLine``.
  @inlinable
  public init?(yuan: Rational) { self.init(persons: 1, rate: yuan) }
}

extension Money: CustomStringConvertible {
  /// Yuan with two decimals, "12345.67".
  public var description: String { Rational.text(ofScaled: Int128(fen), places: 2) }

  /// The same for people, thousands separated: "12,345.67".
  public var grouped: String {
    let text = String(fen.magnitude / 100)
    let whole = text.reversed().enumerated().reduce(into: "") { found, one in
      if one.offset > 0, one.offset.isMultiple(of: 3) { found.insert(",", at: found.startIndex) }
      found.insert(one.element, at: found.startIndex)
    }
    return (fen < 0 ? "-" : "") + whole + description.suffix(3)
  }
}
