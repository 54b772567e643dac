public import DoudiInputs
public import DoudiUnits

extension World {
  /// An indicator of a year for a cell, in `unit`; reports a fault and gives zero where there is none.
  public func indicator(
    _ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure
  ) -> Figure {
    readings.figures(.init(kind: .yearly, name: name, area: area, unit: unit.text)).figure(cell, year) {
      readIndicator(name, cell, area: area, year: year, unit: unit)
    }
  }

  private func readIndicator(
    _ name: String, _ cell: Int, area: Area?, year: Int, unit: Measure
  ) -> Figure {
    let place = space.cells[cell]
    if let reading = indicators.reading(
      name, region: place.region, area: area ?? place.area, year: year, unit: unit)
    {
      return reading.figure
    }
    if (area ?? place.area) == .all, let sum = sumOfAreas(name, cell, year: year, unit: unit) {
      return sum
    }
    return missing(name, place, Month(year: year, month: 12))
  }

  /// An indicator of one month (a price index): the region's own, an ancestor's, or the scenario's.
  public func monthlyIndicator(_ name: String, _ cell: Int, _ month: Month) -> Figure {
    monthlyFigure(readings.figures(monthlyKey(name)), name, cell, month)
  }

  /// The monthly figures of one indicator, for loops that read many with ``monthlyFigure(_:_:_:_:)``.
  func monthly(_ name: String) -> YearTable<Figure> { readings.figures(monthlyKey(name)) }

  func monthlyFigure(_ table: YearTable<Figure>, _ name: String, _ cell: Int, _ month: Month) -> Figure {
    table.figure(cell, Int(month.index)) { readMonthly(name, cell, month) }
  }

  private func monthlyKey(_ name: String) -> ReadingTables.Key {
    .init(kind: .monthly, name: name, area: nil, unit: "")
  }

  private func readMonthly(_ name: String, _ cell: Int, _ month: Month) -> Figure {
    let place = space.cells[cell]
    guard indicators.isObserved(name) else {
      guard let term = indicators.suppliedTerm(name, area: place.area) else {
        return missingMonth(name, place, month)
      }
      return share(term, cell, month)
    }
    for source in indicators.sources(name, region: place.region, area: place.area) {
      if let seen = indicators.table.value(source.series, period: .month(month)) {
        if seen.unit.shareFactor == nil {
          indicators.noteMisfit(seen, wanted: .percent, name, place.region)
        }
        return Figure(seen.value * (seen.unit.shareFactor ?? .one), seen.status)
      }
    }
    guard let term = indicators.suppliedTerm(name, area: place.area) else {
      return missingMonth(name, place, month)
    }
    return share(term, cell, month)
  }

  private func missingMonth(_ name: String, _ place: Cell, _ month: Month) -> Figure {
    monthlyMissing.insert(name)
    return missing(name, place, month)
  }

  /// A whole region's count as the sum over its areas, where only those are known.
  private func sumOfAreas(_ name: String, _ cell: Int, year: Int, unit: Measure) -> Figure? {
    var total = Figure(.zero, .stated)
    let parts = space.people(inLeaf: space.cells[cell].leaf).filter { $0 != cell }
    guard !parts.isEmpty, !Indicators.isIntensive(unit) else { return nil }
    for part in parts {
      guard
        let reading = indicators.reading(
          name, region: space.cells[part].region, area: space.cells[part].area, year: year, unit: unit),
        // A stand-in for the whole region is no figure of its parts.
        reading.observation?.area == space.cells[part].area
      else { return nil }
      total.value = total.value + reading.figure.value
      total.status = max(total.status, reading.figure.status)
    }
    return total
  }

  /// An indicator in the unit in which it was observed, for ratios of one indicator to itself.
  public func rawIndicator(_ name: String, _ cell: Int, year: Int) -> Figure {
    readings.figures(.init(kind: .yearly, name: name, area: nil, unit: "")).figure(cell, year) {
      readRaw(name, cell, year)
    }
  }

  private func readRaw(_ name: String, _ cell: Int, _ year: Int) -> Figure {
    let place = space.cells[cell]
    let seen = indicators.reading(name, region: place.region, area: place.area, year: year, unit: nil)
    return seen?.figure ?? missing(name, place, Month(year: year, month: 12))
  }

  /// An indicator of a year whose standard was in force before the horizon only: where the figures
  /// begin later, the oldest one stands for it (estimated), so that a place need not bring older
  /// figures than those its horizon rests on.
  public func indicatorNear(
    _ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure?
  ) -> Figure {
    let key = ReadingTables.Key(kind: .near, name: name, area: area, unit: unit?.text ?? "")
    return readings.figures(key).figure(cell, year) {
      readIndicatorNear(name, cell, area: area, year: year, unit: unit)
    }
  }

  private func readIndicatorNear(
    _ name: String, _ cell: Int, area: Area?, year: Int, unit: Measure?
  ) -> Figure {
    let place = space.cells[cell]
    let asked = area ?? place.area
    if let reading = indicators.reading(name, region: place.region, area: asked, year: year, unit: unit) {
      return reading.figure
    }
    if let oldest = oldest(name, cell, area: asked, after: year, unit: unit) { return oldest.figure }
    guard let unit else { return rawIndicator(name, cell, year: year) }
    return indicator(name, cell, area: area, year: year, unit: unit)
  }

  /// The oldest yearly figure of a later year than `year` that may stand for an earlier one.
  func oldest(
    _ name: String, _ cell: Int, area: Area, after year: Int, unit: Measure?
  ) -> (figure: Figure, seen: Observation)? {
    for source in indicators.sources(name, region: space.cells[cell].region, area: area) {
      guard let oldest = indicators.table.oldestYear(source.series),
        oldest.period.year > year, let factor = unit.map({ oldest.unit.factor(to: $0) }) ?? .one
      else { continue }
      guard source.isOwn || Indicators.isIntensive(oldest.unit) else { continue }
      return (Figure(oldest.value * factor, max(.estimated, oldest.status)), oldest)
    }
    return nil
  }

  /// A count of a year; before its first observation the oldest one stands for it (estimated).
  public func countNear(_ name: String, _ cell: Int, year: Int, unit: Measure) -> Figure {
    counts(name, unit).figure(cell, year) { readCount(name, cell, year: year, unit: unit) }
  }

  /// The counts of one indicator by cell and year, for loops that read many.
  func counts(_ name: String, _ unit: Measure) -> YearTable<Figure> {
    readings.figures(.init(kind: .count, name: name, area: nil, unit: unit.text))
  }

  func readCount(_ name: String, _ cell: Int, year: Int, unit: Measure) -> Figure {
    let place = space.cells[cell]
    if let reading = indicators.reading(
      name, region: place.region, area: place.area, year: year, unit: unit)
    {
      return reading.figure
    }
    guard
      let oldest = indicators.table.series(name, region: place.region, area: place.area).first,
      oldest.period.year > year, let factor = oldest.unit.factor(to: unit)
    else { return indicator(name, cell, year: year, unit: unit) }
    return Figure(oldest.value * factor, max(.estimated, oldest.status))
  }
}
