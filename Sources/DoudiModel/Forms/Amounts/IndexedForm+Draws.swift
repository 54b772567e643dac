import DoudiTape
import DoudiUnits

/// The standard over uncertain inputs.
extension IndexedForm {
  func drawn(
    at month: Month, previous: [TapeValue?]?, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?] {
    let year = yearInForce(month)
    return world.people.enumerated().map { place, cell -> TapeValue? in
      guard let previous else { return firstDrawn(year, cell, world) }
      if let seen = observedStart(cell, year, world.central), seen.year == year {
        return world.tape.figure(seen.figure.value.double)
      }
      return drawn(year, after: previous[place], cell, world)
    }
  }

  func drawnFollowing(
    _ column: [TapeValue?], at month: Month, isFixed: (Int) -> Bool, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?] {
    guard let convergence else { return column }
    let year = yearInForce(month)
    var column = column
    lift(&column, convergence, year: year, isFixed: isFixed, rule: rule, world: world)
    return column
  }

  private func firstDrawn(_ year: Int, _ cell: Int, _ world: DrawWorld) -> TapeValue {
    guard let seen = observedStart(cell, year, world.central) else {
      return drawn(year, after: nil, cell, world)
    }
    let first = world.tape.figure(seen.figure.value.double)
    return ((seen.year + 1)..<(max(seen.year, year) + 1)).reduce(first) {
      drawn($1, after: $0, cell, world)
    }
  }

  private func drawn(_ year: Int, after last: TapeValue?, _ cell: Int, _ world: DrawWorld) -> TapeValue {
    let month = Month(year: year, month: effectiveMonth)
    var result = world.share(ratio, cell, month) * drawnSeries(year, cell, world) / 12
    if let guideline { result = TapeValue.max(result, world.number(guideline, cell, month)) }
    if let uplift { result = result + world.number(uplift, cell, month) }
    if let last, let neverLowered, world.flag(neverLowered, cell, month) {
      result = TapeValue.max(result, last)
    }
    if let step { result = TapeValue.roundUp(result, toStep: world.number(step, cell, month)) }
    return result
  }

  private func drawnSeries(_ year: Int, _ cell: Int, _ world: DrawWorld) -> TapeValue {
    let month = Month(year: year, month: effectiveMonth)
    let past = year - Int(world.fixed(lag, cell, month).floor)
    if month.advanced(by: 12) <= world.horizon.first {
      return world.indicatorNear(series, cell, area: seriesArea, year: past, unit: Units.yearly)
    }
    return world.indicator(series, cell, area: seriesArea, year: past, unit: Units.yearly)
  }

  private func lift(
    _ column: inout [TapeValue?], _ convergence: (to: Area, by: Term, start: Term?), year: Int,
    isFixed: (Int) -> Bool, rule: RuleHeader, world: DrawWorld
  ) {
    let space = world.central.space
    for (place, cell) in world.people.enumerated()
    where space.cells[cell].area != convergence.to && !isFixed(cell) {
      guard let target = space.sibling(of: cell, in: convergence.to),
        let above = world.people.firstIndex(of: target),
        let high = column[above], let low = column[place],
        let k = drawnShare(year, cell, target, convergence, rule, world)
      else { continue }
      var bound = k * high
      if let step {
        let month = Month(year: year, month: effectiveMonth)
        bound = TapeValue.roundUp(bound, toStep: world.number(step, cell, month))
      }
      column[place] = TapeValue.max(low, bound)
    }
  }

  /// k(y): from the ratio in the year before the horizon in equal steps to 1 in the target year.
  private func drawnShare(
    _ year: Int, _ cell: Int, _ target: Int, _ convergence: (to: Area, by: Term, start: Term?),
    _ rule: RuleHeader, _ world: DrawWorld
  ) -> TapeValue? {
    // When it begins and how far it has come are the central run's: no draw moves years.
    guard let path = path(year, cell, target, convergence, rule, world.central) else { return nil }
    let (position, base) = (position(rule, world.central), world.horizon.first.advanced(by: -1))
    _ = world.fixed(convergence.by, cell, base)
    let end = Month(year: world.horizon.first.year - 1, month: 12)
    let from: TapeValue
    if let given = convergence.start {
      from = world.share(given, cell, end)
    } else {
      guard let low = world.amount(position, cell, end), let high = world.amount(position, target, end) else {
        return nil
      }
      from = low / high
    }
    return from + (1 - from) * path.passed.double
  }
}
