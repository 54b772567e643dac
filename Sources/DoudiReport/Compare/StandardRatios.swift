import DoudiInputs
import DoudiModel
import DoudiUnits

/// What a standard is held against: itself a year before, last year's consumption and income per head, and the
/// standard of the other area.
///
///     growth = S(y) / S(y-1) - 1          S: the figure of the year's last month, CNY a month
///     ratio  = 12 S(y) / I(y-1)           I: CNY per person and year, the cell's own area
///     urban : rural = S(y, urban) / S(y, rural) of the same region
///
/// A ratio is nil where the scenario has no such figure.
final class StandardRatios {
  /// Names under which observations have consumption and disposable income per head.
  static let consumption = "consumption_pc"
  static let income = "disposable_income_pc"

  private let report: RunReport
  private struct Key: Hashable {
    let name: String
    let cell: Int
    let year: Int
  }
  private var readings: [Key: Rational?] = [:]

  init(_ report: RunReport) { self.report = report }

  private var world: World { report.world }

  /// The figure of an amount at a year's end, CNY a month.
  func monthly(_ amount: Int, _ cell: Int, _ year: Int) -> Figure? {
    guard report.years.contains(year) else { return nil }
    return world.amounts[amount].figure(cell, report.lastMonth(of: year))
  }

  /// Growth on the December before, %.
  func growth(_ amount: Int, _ cell: Int, _ year: Int) -> Rational? {
    guard let now = monthly(amount, cell, year)?.value,
      let before = world.amounts[amount].figure(cell, Month(year: year - 1, month: 12))?.value,
      before != .zero
    else { return nil }
    return (now / before - .one) * Rational(100)
  }

  /// Share of a yearly figure per head of the year before, %.
  func ratio(_ amount: Int, _ cell: Int, _ year: Int, to name: String) -> Rational? {
    guard let now = monthly(amount, cell, year)?.value, let base = reading(name, cell, year - 1),
      base != .zero
    else { return nil }
    return now * Rational(1200) / base
  }

  /// The urban figure over the rural one of the same region.
  func urbanToRural(_ amount: Int, _ cell: Int, _ year: Int) -> Rational? {
    guard world.space.cells[cell].area != .all, let urban = world.space.sibling(of: cell, in: .urban),
      let rural = world.space.sibling(of: cell, in: .rural),
      let high = monthly(amount, urban, year)?.value, let low = monthly(amount, rural, year)?.value, low != .zero
    else { return nil }
    return high / low
  }

  private func reading(_ name: String, _ cell: Int, _ year: Int) -> Rational? {
    let key = Key(name: name, cell: cell, year: year)
    if let known = readings[key] { return known }
    let place = world.space.cells[cell]
    let found = world.indicators.reading(
      name, region: place.region, area: place.area, year: year, unit: Units.yearly)?.figure.value
    readings[key] = .some(found)
    return found
  }
}
