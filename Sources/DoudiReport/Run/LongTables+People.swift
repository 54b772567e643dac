import DoudiInputs
import DoudiModel
import DoudiUnits

extension LongTables {
  /// Persons and households by region, area, month and group.
  public func caseload() -> Table {
    let groups = model.groups.indices.sorted { Self.before(model.groups[$0].id, model.groups[$1].id) }
    let listed = groups.map { Set(cells(of: $0)) }
    var rows = CaseloadColumns()
    let leaves =
      options.level == .root ? [Array(model.space.leaves.indices)] : model.space.leaves.indices.map { [$0] }
    var cellsByLeaf = model.space.leaves.map { _ in [Int]() }
    for (cell, place) in model.space.cells.enumerated() { cellsByLeaf[place.leaf].append(cell) }
    for (region, parts) in leaves.enumerated() {
      for area in Self.areasByText {
        let cells = parts.flatMap { cellsByLeaf[$0] }.filter { model.space.cells[$0].area == area }
        guard !cells.isEmpty else { continue }
        let shown = zip(groups, listed).filter { !$0.1.isDisjoint(with: cells) }.map(\.0)
        for (position, month) in months.enumerated() {
          for group in shown { rows.add(region, area, position, group, sum(group, cells, month)) }
        }
      }
    }
    let words = options.level == .root ? [Word(report.root.code.text, report.root.name)] : leafWords
    return rows.table(regions: words, months: months, groups: model.groups)
  }

  /// Cells a group is listed for: where people live, and the whole region where it has any.
  private func cells(of group: Int) -> [Int] {
    let history = world.groups[group]
    let horizon = model.scenario.horizon.months
    func isUsed(_ cell: Int) -> Bool { horizon.contains { history.persons(cell, $0) != 0 } }
    let people = Set(model.space.people)
    let others = model.space.cells.indices.filter { !people.contains($0) && isUsed($0) }
    return others.isEmpty || people.contains(where: isUsed) ? others + people : others
  }

  /// Persons and households of some cells; households NaN where one cell's are not known.
  private func sum(_ group: Int, _ cells: [Int], _ month: Month) -> (persons: Double, households: Double) {
    var sum = (persons: 0.0, households: 0.0)
    for cell in cells {
      sum.persons += world.groups[group].persons(cell, month)
      sum.households += world.groups[group].households(cell, month) ?? .nan
    }
    return sum
  }
}

/// The columns of the table of persons while it grows.
private struct CaseloadColumns {
  var regions: [Int32] = []
  var areas: [Int32] = []
  var months: [Int32] = []
  var groups: [Int32] = []
  var persons: [Double] = []
  var households: [Double] = []

  mutating func add(
    _ region: Int, _ area: Area, _ month: Int, _ group: Int, _ found: (persons: Double, households: Double)
  ) {
    regions.append(Int32(region))
    areas.append(Int32(area.rawValue))
    months.append(Int32(month))
    groups.append(Int32(group))
    persons.append(found.persons)
    households.append(found.households)
  }

  func table(regions words: [Word], months names: [Month], groups entries: [NamedEntry]) -> Table {
    Table(
      id: "caseload", title: Labels.caseload,
      columns: [
        Column("region", .words(regions, words)), Column("area", .words(areas, LongTables.areaWords)),
        Column("month", .words(months, names.map { Word("\($0)") })),
        Column("group", .words(groups, entries.map { Word($0.id, $0.name) })),
        Column("persons", .persons(persons)), Column("households", .persons(households)),
      ])
  }
}
