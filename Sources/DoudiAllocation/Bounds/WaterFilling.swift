import DoudiUnits

/// Amounts in proportion to weights between floors and caps, by sorted breakpoints.
///
///     x_i = min(max(level x w_i, floor_i), cap_i),   sum of x_i = pot
///
/// The sum grows with the level and bends where a row leaves its floor (level = floor_i / w_i) or meets its cap.
/// One walk through the sorted bends finds the straight piece that holds the pot; there the level is a fraction.
/// Everything is compared in whole numbers of up to 256 bits: no tolerance, no iteration.
///
/// Holds: amounts grow with the pot; weights multiplied by one number change nothing; a row of weight zero gets
/// its floor and changes nobody else's amount but by that.
struct WaterFilling {
  enum Side { case floor, free, cap }

  /// Exact amounts; their sum is the pot.
  private(set) var amounts: [Rational] = []
  /// The bound that moved each amount.
  private(set) var sides: [Side] = []
  /// Units for a whole weight of 1. Where floors take all of the pot, 0.
  private(set) var level = Rational.zero

  private struct Bend {
    let value: UInt128
    let weight: UInt64
    let row: Int
    let isCap: Bool
  }

  /// In whole units; the ranges are known to fit the pot.
  init(pot: Int64, weights: WholeWeights, ranges: [UnitRange]) throws(AllocationFault) {
    try self.init(
      pot: Rational(Int128(pot), over: 1), weights: weights,
      floors: ranges.map { Rational(Int128($0.least), over: 1) },
      caps: ranges.map { $0.most.map { Rational(Int128($0), over: 1) } }, denominator: 1)
  }

  /// For a pot between the sums of floors and caps, all over one denominator; pot x denominator x weight must fit 126
  /// bits.
  init(
    pot: Rational, weights: WholeWeights, floors: [Rational], caps: [Rational?], denominator: UInt128
  ) throws(AllocationFault) {
    let whole = weights.values
    let scaled = { (value: Rational) in
      value.numerator.magnitude * (denominator / value.denominator.magnitude)
    }
    let total = Int128(scaled(pot))
    let largest = whole.max() ?? 0
    guard scaled(pot).bitLength + UInt128(largest).bitLength <= 126 else { throw .tooLarge(.weight) }
    let (least, most) = (floors.map(scaled), caps.map { $0.map { scaled(min($0, pot)) } })
    var (fixed, slope) = (least.reduce(Int128(0)) { $0 + Int128($1) }, Int128(0))
    sides = whole.indices.map { whole[$0] > 0 && least[$0] == 0 ? .free : .floor }
    for row in whole.indices where sides[row] == .free { slope += Int128(whole[row]) }
    for bend in Self.bends(whole, least, most) {
      if WideProduct(bend.value, slope.magnitude)
        >= WideProduct((total - fixed).magnitude, UInt128(bend.weight))
      {
        break
      }
      let (value, weight) = (Int128(bend.value), Int128(bend.weight))
      fixed += bend.isCap ? value : -value
      slope += bend.isCap ? -weight : weight
      sides[bend.row] = bend.isCap ? .cap : .free
    }
    guard slope > 0 || fixed == total else {
      throw .noPositiveWeight(left: Rational(total - fixed, over: Int128(denominator)))
    }
    fill(total - fixed, slope, whole, floors, caps, pot, denominator)
    forgetIdleBounds(whole, floors, caps)
  }

  private static func bends(_ whole: [UInt64], _ least: [UInt128], _ most: [UInt128?]) -> [Bend] {
    var bends: [Bend] = []
    bends.reserveCapacity(2 * whole.count)
    for (row, weight) in whole.enumerated() where weight > 0 {
      if least[row] > 0 { bends.append(Bend(value: least[row], weight: weight, row: row, isCap: false)) }
      if let most = most[row] { bends.append(Bend(value: most, weight: weight, row: row, isCap: true)) }
    }
    return bends.sorted { a, b in
      let (left, right) = (WideProduct(a.value, UInt128(b.weight)), WideProduct(b.value, UInt128(a.weight)))
      // A row must leave its floor before it meets its cap.
      return left == right ? (!a.isCap && b.isCap) : left < right
    }
  }

  private mutating func fill(
    _ rest: Int128, _ slope: Int128, _ whole: [UInt64], _ floors: [Rational], _ caps: [Rational?],
    _ pot: Rational, _ denominator: UInt128
  ) {
    if slope > 0 { level = Rational(rest, over: slope) * Rational(1, over: Int128(denominator)) }
    amounts = whole.indices.map { row in
      switch sides[row] {
      case .floor: floors[row]
      case .cap: min(caps[row] ?? pot, pot)
      case .free: level * Rational(Int128(whole[row]), over: 1)
      }
    }
  }

  /// A bound that a row would keep to anyway moves nothing.
  private mutating func forgetIdleBounds(_ whole: [UInt64], _ floors: [Rational], _ caps: [Rational?]) {
    for row in whole.indices where sides[row] != .free {
      if level * Rational(Int128(whole[row]), over: 1) == amounts[row] { sides[row] = .free }
    }
  }
}
