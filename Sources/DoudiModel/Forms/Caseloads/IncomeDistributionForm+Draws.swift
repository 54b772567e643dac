import DoudiTape
import DoudiUnits

/// The people below a line over uncertain inputs. A draw with an income or a spread that is not above zero has
/// no value.
extension IncomeDistributionForm {
  func draw(rule: RuleHeader, world: DrawWorld) {
    let months = world.central.groupMonths
    let columns = world.people.map { course($0, months, rule, world) }
    world.set(
      group: gives[0], months.indices.map { month in columns.map { $0.persons[month] } },
      exits: months.indices.map { month in columns.map { $0.exits[month] } })
  }

  private func course(
    _ cell: Int, _ months: [Month], _ rule: RuleHeader, _ world: DrawWorld
  ) -> (persons: [TapeValue], exits: [TapeValue]) {
    var (stock, counted) = begin(cell, rule, world)
    var (persons, exits): ([TapeValue], [TapeValue]) = ([], [])
    var month = min(months[0], counted.advanced(by: 1))
    while month <= months[months.count - 1] {
      let rate = world.share(exit, cell, month)
      let left = stock * rate
      // Before the count, and before there is a line, as many come in as leave.
      if counted < month, world.central.firstAmountMonth <= month {
        let stay = stock * (1 - rate)
        let missing = TapeValue.max(target(cell, month, world) - stay, 0)
        stock = stay + world.share(speed, cell, month) * missing
      }
      if month >= months[0] {
        persons.append(stock)
        exits.append(left)
      }
      month = month.advanced(by: 1)
    }
    return (persons, exits)
  }

  private func begin(_ cell: Int, _ rule: RuleHeader, _ world: DrawWorld) -> (TapeValue, Month) {
    let before = world.horizon.first.advanced(by: -1)
    if let seen = world.central.starts[rule.id]?[cell] {
      return (world.startingPersons(seen, cell, key: spreadBy), seen.month)
    }
    return (startPersons.map { world.number($0, cell, before) } ?? world.tape.literal(0), before)
  }

  /// u H P.
  private func target(_ cell: Int, _ month: Month, _ world: DrawWorld) -> TapeValue {
    guard let line = world.amount(line, cell, month) else { return world.tape.literal(0) }
    let people = world.countNear(population, cell, year: month.year, unit: Units.persons)
    return world.share(takeUp, cell, month) * shareBelow(line * 12, cell, month, world) * people
  }

  private func shareBelow(
    _ line: TapeValue, _ cell: Int, _ month: Month, _ world: DrawWorld
  ) -> TapeValue {
    let year = month.year - (lag.map { Int(world.fixed($0, cell, month).floor) } ?? 0)
    let mean =
      month < world.horizon.first
      ? world.indicatorNear(income, cell, year: year, unit: Units.yearly)
      : world.indicator(income, cell, year: year, unit: Units.yearly)
    let spread = world.number(spread, cell, month)
    let share = TapeValue.normalCDF(TapeValue.log(line / mean) / spread + spread * 0.5)
    let none = world.tape.literal(.nan)
    return TapeValue.select(
      mean > 0, then: TapeValue.select(spread > 0, then: share, else: none), else: none)
  }
}
