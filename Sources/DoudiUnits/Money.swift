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
  public init?(yuan: Rational) {
    guard yuan.isRepresentable else { return nil }
    let fen = (yuan * Rational(100)).roundedHalfUp
    guard fen.magnitude <= UInt128(Money.largestLine) else { return nil }
    self.init(fen: Int64(fen))
  }

  /// The ledger's one rounding: persons x CNY per person, half up to whole fen.
  ///
  ///     fen = floor(persons x rate x 100 + 1/2)
  ///
  /// The double `persons` is taken as the exact binary fraction it is (bits below
  /// 2^-60 are dropped), so no second rounding creeps in: 34,390 persons at 875/3 CNY
  /// give the same fen as pencil and paper.
  /// - Parameters:
  ///   - persons: head count, real-valued, finite.
  ///   - rate: CNY per person.
  ///
  /// The result is nil where the inputs are not finite or the amount exceeds ``largestLine``.
  @inlinable
  public init?(persons: Double, rate: Rational) {
    guard persons.isFinite, rate.isRepresentable, persons.magnitude < 9e15 else { return nil }
    if persons == 0 || rate.numerator == 0 {
      self.init(fen: 0)
      return
    }
    if let whole = Int64(exactly: persons) {
      self.init(yuan: Rational(Int128(whole), over: 1) * rate)
      return
    }
    // persons = head / 2^60 exactly, for everything above 2^-8.
    let scale = 0x1p60
    let wholePart = persons.rounded(.towardZero)
    let head =
      Int128(wholePart) * (Int128(1) << 60) + Int128(Int64((persons - wholePart) * scale))
    self.init(yuan: Rational(head, over: Int128(1) << 60) * rate)
  }
}

extension Money: CustomStringConvertible {
  /// Yuan with two decimals, "12345.67".
  public var description: String { Rational.text(ofScaled: Int128(fen), places: 2) }
}
