import DoudiModel
import DoudiUnits

/// A year of one rule in one cell: volume, base and money, of which price and ratio are quotients.
///
///     price = base / volume,   ratio = money / base,   money = volume x price x ratio
struct FactorSum {
  /// Persons x months, cases or posts x months.
  private(set) var volume = 0.0
  /// Volume x price, CNY.
  private(set) var base = 0.0
  /// Fen.
  private(set) var money = 0.0
  /// Months in which there was volume, a bit each.
  private(set) var months: UInt16 = 0
  /// Prices of single months, least and most.
  private(set) var prices = FactorRange()
  /// Ratios of single months, least and most.
  private(set) var ratios = FactorRange()

  /// Adds a line of a month.
  mutating func add(_ factors: LineFactors, fen: Double, month: Month) {
    volume += factors.volume
    base += factors.base
    money += fen
    guard factors.volume > 0 else { return }
    months |= 1 << UInt16(month.month)
    prices.add(factors.base / factors.volume)
    if factors.base > 0 { ratios.add(factors.ratio) }
  }

  /// Adds another cell.
  mutating func add(_ other: FactorSum) {
    volume += other.volume
    base += other.base
    money += other.money
    months |= other.months
  }

  /// CNY per unit of volume; nil where there is no volume.
  var price: Double? { volume > 0 ? base / volume : nil }
  /// Share of the base that was paid; nil where there is no base.
  var ratio: Double? { base > 0 ? money / 100 / base : nil }

  /// The change of money from `a` to `b` by volume, price and ratio, and what has no volume, in fen.
  ///
  /// Each factor gets what it changes, averaged over the six orders in which the three may be moved
  /// (Shapley): the parts add up and depend on no order.
  ///
  ///     by volume = (v1 - v0) x ( (p0 r0 + p1 r1) / 3 + (p0 r1 + p1 r0) / 6 ),   the others alike
  ///
  /// Where one year has no volume its price and ratio are taken as those of the other: all is volume.
  static func change(from a: FactorSum, to b: FactorSum) -> [Double] {
    guard a.volume > 0 || b.volume > 0 else { return [0, 0, 0, b.money - a.money] }
    let (p0, p1) = (a.price ?? b.price ?? 0, b.price ?? a.price ?? 0)
    let (r0, r1) = (100 * (a.ratio ?? b.ratio ?? 0), 100 * (b.ratio ?? a.ratio ?? 0))
    let (v0, v1) = (max(a.volume, 0), max(b.volume, 0))
    func share(_ p: (Double, Double), _ q: (Double, Double)) -> Double {
      (p.0 * q.0 + p.1 * q.1) / 3 + (p.0 * q.1 + p.1 * q.0) / 6
    }
    let parts = [
      (v1 - v0) * share((p0, p1), (r0, r1)), (p1 - p0) * share((v0, v1), (r0, r1)),
      (r1 - r0) * share((v0, v1), (p0, p1)),
    ]
    // Money without volume or base in one of the years.
    let rest = (b.money - v1 * p1 * r1) - (a.money - v0 * p0 * r0)
    let isNoise = rest.magnitude <= 1e-9 * max(a.money.magnitude, b.money.magnitude)
    return parts + [isNoise ? 0 : rest]
  }
}

/// The least and the most of a factor over the months of a year.
struct FactorRange {
  private var low = Double.infinity
  private var high = -Double.infinity

  /// Takes in the value of a month.
  mutating func add(_ value: Double) { (low, high) = (min(low, value), max(high, value)) }

  /// True where both years have the factor and its values are others.
  func differs(from other: FactorRange) -> Bool {
    guard low <= high, other.low <= other.high else { return false }
    return !Self.isSame(low, other.low) || !Self.isSame(high, other.high)
  }

  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude)
  }
}
