import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Group by year: persons and households of the whole place at the year's end.
  public func caseloadTable() -> Table {
    let groups = model.groups.indices.filter { group in
      years.contains { persons(group, $0) != 0 }
    }
    let words = groups.map { Word(model.groups[$0].id, model.groups[$0].name) }
    var columns = [Column("group", Labels.group, .words(groups.indices.map { Int32($0) }, words), width: 38)]
    for year in years {
      let title = yearTitle(year, Labels.persons.zh, "persons")
      columns.append(Column("persons_\(year)", title, .persons(groups.map { persons($0, year) })))
    }
    for year in years {
      let title = yearTitle(year, Labels.households.zh, "hholds")
      columns.append(Column("households_\(year)", title, .persons(groups.map { households($0, year) })))
    }
    return Table(
      id: "caseload", title: title(Labels.caseload, unit: nil), lead: [basisLine], columns: columns,
      notes: [Labels.groupsOverlap])
  }

  /// "2027 人数", "2027年4—12月 人数".
  private func yearTitle(_ year: Int, _ zh: String, _ en: String) -> Bilingual {
    let heading = heading(ofYear: year)
    let short = heading.zh.hasSuffix("年") ? String(heading.zh.dropLast()) : heading.zh
    return Bilingual(zh: "\(short) \(zh)", en: "\(heading.en) \(en)")
  }

  /// True for a group of events, which a year adds up.
  func countsEvents(_ group: Int) -> Bool {
    model.caseloads.contains { $0.form.gives.contains(group) && $0.form.countsEvents }
  }

  private func months(_ group: Int, _ year: Int) -> [Month] {
    guard countsEvents(group) else { return [lastMonth(of: year)] }
    return model.scenario.horizon.months.filter { $0.year == year }
  }

  /// Persons and households of a cell: at the year's end, or events of the year; households NaN where not known.
  func people(_ group: Int, _ year: Int, _ cell: Int) -> (persons: Double, households: Double) {
    let persons = months(group, year).reduce(0.0) { $0 + world.groups[group].persons(cell, $1) }
    guard !countsEvents(group) else { return (persons, .nan) }
    return (persons, world.groups[group].households(cell, lastMonth(of: year)) ?? .nan)
  }

  /// Persons of the whole place: at the year's end, or events of the year.
  func persons(_ group: Int, _ year: Int) -> Double {
    var sum = 0.0
    for month in months(group, year) {
      for cell in model.space.cells.indices { sum += world.groups[group].persons(cell, month) }
    }
    return sum
  }

  private func households(_ group: Int, _ year: Int) -> Double {
    guard !countsEvents(group) else { return .nan }
    let month = lastMonth(of: year)
    var sum = 0.0
    for cell in model.space.cells.indices where world.groups[group].persons(cell, month) != 0 {
      guard let found = world.groups[group].households(cell, month) else { return .nan }
      sum += found
    }
    return sum
  }
}
