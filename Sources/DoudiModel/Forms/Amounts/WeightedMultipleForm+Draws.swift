import DoudiTape
import DoudiUnits

/// The weighted multiple over uncertain inputs.
extension WeightedMultipleForm {
  func drawn(
    at month: Month, previous: [TapeValue?]?, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?] {
    world.people.map { cell in
      drawnBase(cell, month, world).map { $0 * drawnMean(cell, month, world) }
    }
  }

  private func drawnBase(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue? {
    let years = lag.map { Int(world.fixed($0, cell, month).floor) } ?? 0
    if let series {
      let year = month.year - years
      return month < world.horizon.first
        ? world.indicatorNear(series, cell, area: area, year: year, unit: Units.wage)
        : world.indicator(series, cell, area: area, year: year, unit: Units.wage)
    }
    let place = area.flatMap { world.central.space.sibling(of: cell, in: $0) } ?? cell
    let at = max(month.advanced(by: -12 * years), world.central.firstAmountMonth)
    return base.flatMap { world.amount($0, place, at) }
  }

  /// Shares that a draw moves are read relative to their sum.
  private func drawnMean(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    var (sum, whole) = (world.tape.literal(0), world.tape.literal(0))
    for (name, weight) in weights {
      guard let share = shares.first(where: { $0.name == name })?.term else { continue }
      let part = world.share(share, cell, month)
      sum = sum + world.share(weight, cell, month) * part
      whole = whole + part
    }
    return sum / whole
  }
}
