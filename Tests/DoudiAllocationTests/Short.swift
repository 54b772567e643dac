import DoudiAllocation
import DoudiUnits

/// Whole numbers as fractions.
func r(_ values: Int...) -> [Rational] { values.map { Rational($0) } }

/// A fraction.
func q(_ top: Int, _ bottom: Int = 1) -> Rational { Rational(Int128(top), over: Int128(bottom)) }

extension RowBounds {
  /// Floor and cap in whole units.
  static func between(_ floor: Int?, _ cap: Int?) -> RowBounds {
    RowBounds(floor: floor.map { Bound(Rational($0)) }, cap: cap.map { Bound(Rational($0)) })
  }
}

/// "p/q" as the reference tables write it.
func fraction(_ text: some StringProtocol) -> Rational {
  let parts = text.split(separator: "/").compactMap { Int128($0) }
  return parts.count == 2 ? Rational(parts[0], over: parts[1]) : Rational(parts.first ?? 0, over: 1)
}
