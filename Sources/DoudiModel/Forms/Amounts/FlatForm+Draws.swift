import DoudiTape
import DoudiUnits

/// The amount over uncertain inputs.
extension FlatForm {
  func drawn(
    at month: Month, previous: [TapeValue?]?, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?] {
    world.people.map { cell in
      let base = world.number(amount, cell, month)
      guard let index else { return base }
      let now =
        month < world.horizon.first
        ? world.indicatorNear(index, cell, year: month.year, unit: nil)
        : world.rawIndicator(index, cell, year: month.year)
      return base * now / world.rawIndicator(index, cell, year: baseYear)
    }
  }
}
