import DoudiInputs
import DoudiTape
import DoudiUnits

/// Indicators carried forward by uncertain growth.
extension DrawWorld {
  /// An indicator of a year for a cell, in `unit`.
  func indicator(_ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure) -> TapeValue {
    guard movedIndicators.contains(name) else {
      return tape.figure(central.indicator(name, cell, area: area, year: year, unit: unit).value.double)
    }
    let key = ReadingKey(name: name, cell: cell, area: area, year: year, unit: unit.text, isNear: false)
    return reading(key) {
      carried(name, cell, area: area, year: year, unit: unit)
        ?? sumOfAreas(name, cell, area: area, year: year, unit: unit)
        ?? tape.figure(central.indicator(name, cell, area: area, year: year, unit: unit).value.double)
    }
  }

  /// As ``indicator(_:_:area:year:unit:)``, the oldest figure standing for earlier years.
  func indicatorNear(_ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure?) -> TapeValue {
    guard movedIndicators.contains(name) else {
      return tape.figure(central.indicatorNear(name, cell, area: area, year: year, unit: unit).value.double)
    }
    let key = ReadingKey(
      name: name, cell: cell, area: area, year: year, unit: unit?.text ?? "", isNear: true)
    return reading(key) {
      carried(name, cell, area: area, year: year, unit: unit)
        ?? tape.figure(central.indicatorNear(name, cell, area: area, year: year, unit: unit).value.double)
    }
  }

  /// A count of a year; before its first observation the oldest one stands for it.
  func countNear(_ name: String, _ cell: Int, year: Int, unit: Measure) -> TapeValue {
    guard movedIndicators.contains(name) else {
      return tape.figure(central.countNear(name, cell, year: year, unit: unit).value.double)
    }
    let key = ReadingKey(name: name, cell: cell, area: nil, year: year, unit: unit.text, isNear: true)
    return reading(key) {
      carried(name, cell, area: nil, year: year, unit: unit)
        ?? tape.figure(central.countNear(name, cell, year: year, unit: unit).value.double)
    }
  }

  /// An indicator in the unit in which it was observed.
  func rawIndicator(_ name: String, _ cell: Int, year: Int) -> TapeValue {
    guard movedIndicators.contains(name) else {
      return tape.figure(central.rawIndicator(name, cell, year: year).value.double)
    }
    let key = ReadingKey(name: name, cell: cell, area: nil, year: year, unit: "", isNear: false)
    return reading(key) {
      carried(name, cell, area: nil, year: year, unit: nil)
        ?? tape.figure(central.rawIndicator(name, cell, year: year).value.double)
    }
  }

  /// The newest observation carried to the year, each year rounded as the official run rounds; nil where
  /// nothing is observed or assumed for the place itself.
  private func carried(_ name: String, _ cell: Int, area: Area?, year: Int, unit: Measure?) -> TapeValue? {
    let place = central.space.cells[cell]
    let asked = area ?? place.area
    guard
      let found = central.indicators.reading(
        name, region: place.region, area: asked, year: year, unit: unit)
    else { return nil }
    guard let seen = found.observation else { return standIn(name, cell, asked, found, unit) }
    let factor = unit.flatMap { seen.unit.factor(to: $0) } ?? .one
    guard found.carriedYears > 0, let rate = central.indicators.growthTerm(name, area: asked) else {
      return tape.figure(found.figure.value.double)
    }
    let home = rate.branches.contains { $0.region == place.region } ? place.region : seen.region
    let isRate = !seen.unit.isMoney && !seen.unit.isPersons && !seen.unit.isHouseholds
    let scale: Double = isRate ? 1_000_000 : 100
    var value = tape.figure(seen.value.double)
    for step in 1...found.carriedYears {
      let month = Month(year: seen.period.year + step, month: 12)
      let central = central.indicators.value(rate, region: home, area: asked, month: month)?.value ?? .zero
      let growth = drawn(tape.figure(central.double), rate.name, cell)
      value = value * (1 + growth * (rate.unit.shareFactor ?? .one).double)
      // Twice less than nothing would be something again.
      value = held(TapeValue.floor(value * scale + 0.5) / scale, unit: seen.unit)
    }
    return value * factor.double
  }

  /// The draws are in the unit of the assumption, which may be another than the one asked for.
  private func standIn(
    _ name: String, _ cell: Int, _ area: Area, _ found: Indicators.Reading, _ unit: Measure?
  ) -> TapeValue {
    let figure = found.figure.value
    guard let term = central.indicators.suppliedTerm(name, area: area), isMoved(term, cell) else {
      return tape.figure(figure.double)
    }
    let factor = unit.flatMap { term.unit.factor(to: $0) } ?? .one
    let value = drawn(tape.figure((figure / factor).double), term.name, cell)
    return held(value, unit: term.unit) * factor.double
  }

  private func sumOfAreas(_ name: String, _ cell: Int, area: Area?, year: Int, unit: Measure) -> TapeValue? {
    guard (area ?? central.space.cells[cell].area) == .all, !Indicators.isIntensive(unit) else { return nil }
    let parts = people.filter { $0 != cell }.map { carried(name, $0, area: nil, year: year, unit: unit) }
    guard !parts.isEmpty else { return nil }
    return parts.reduce(tape.literal(0)) { sum, part in part.map { sum + $0 } ?? sum }
  }
}
