import DoudiTape
import DoudiUnits

/// The path over uncertain inputs: its dates are fixed, the shares of the areas may be drawn.
extension PathForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    let finder = StartingStock(
      indicator: indicator, key: spreadBy, areaShares: areaShares, world: world.central)
    let series = world.people.map { cell in
      finder.series(cell).map { (month: $0.month, persons: world.startingPersons($0, cell, key: spreadBy)) }
    }
    world.set(
      group: gives[0],
      world.central.groupMonths.map { month in series.map { drawnCount($0, month, world) } })
  }

  private func drawnCount(
    _ series: [(month: Month, persons: TapeValue)], _ month: Month, _ world: DrawWorld
  ) -> TapeValue {
    guard let after = series.firstIndex(where: { $0.month > month }) else {
      return series.last?.persons ?? world.tape.literal(0)
    }
    guard after > 0 else { return series[0].persons }
    let (low, high) = (series[after - 1], series[after])
    guard isLinear else { return low.persons }
    let passed = Double(month.months(since: low.month)) / Double(high.month.months(since: low.month))
    return low.persons + (high.persons - low.persons) * passed
  }
}
