import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  private var groupWords: [Word] {
    runs.reduce(into: []) { found, run in
      for group in run.model.groups where !found.contains(where: { $0.id == group.id }) {
        found.append(Word(group.id, group.name))
      }
    }
  }

  /// People of the whole place: at the year's end, events of the year; what more there are than in A.
  func peopleTable() -> Table {
    let counts = groupWords.map { word in runs.indices.map { persons(word.id, $0, year) } }
    let shown = counts.indices.filter { row in counts[row].contains { ($0 ?? 0) != 0 } }
    let words = groupWords
    var columns = [
      Column(
        "group", Labels.group, .words(shown.indices.map { Int32($0) }, shown.map { words[$0] }), width: 38)
    ]
    columns += runs.indices.map { run in
      Column(
        runs[run].letter, Bilingual(zh: runs[run].letter, en: runs[run].letter),
        .persons(shown.map { counts[$0][run] ?? .nan }))
    }
    for run in others {
      columns.append(
        Column(
          "\(runs[run].letter)-A", Labels.entrants(differenceTitle(run)),
          .persons(shown.map { (counts[$0][run] ?? .nan) - (counts[$0][0] ?? .nan) })))
    }
    var table = Table(
      id: "compare_caseload", title: title(Labels.caseload, unit: nil), columns: columns,
      notes: [Labels.peopleNote])
    if shown.allSatisfy({ row in counts[row].allSatisfy { $0 == counts[row][0] } }) {
      table.notes.append(Labels.noDifference)
    }
    return table
  }

  private func persons(_ group: String, _ run: Int, _ year: Int) -> Double? {
    guard let position = runs[run].model.groups.firstIndex(where: { $0.id == group }),
      runs[run].report.years.contains(year)
    else { return nil }
    return runs[run].report.persons(position, year)
  }

  /// year, region, area, group, variant, persons, households, difference: leaves and their areas, every year.
  func peopleFile() -> Table {
    var keys: [(year: Int, place: Cell.Key, group: String, run: Int)] = []
    var persons: [Double] = []
    var households: [Double] = []
    var gap: [Double] = []
    let places = runs.reduce(into: Set<Cell.Key>()) { found, run in
      found.formUnion(run.model.space.cells.map(\.key))
    }.sorted()
    let groups = groupWords.map(\.id)
    let positions = runs.map { run in groups.map { id in run.model.groups.firstIndex { $0.id == id } } }
    for year in years {
      for place in places {
        let cells = runs.map { $0.model.space.index(region: place.region, area: place.area) }
        for group in groups.indices {
          let found = runs.indices.map { run -> (persons: Double, households: Double)? in
            guard let cell = cells[run], let position = positions[run][group],
              runs[run].report.years.contains(year)
            else { return nil }
            return runs[run].report.people(position, year, cell)
          }
          guard found.contains(where: { ($0?.persons ?? 0) != 0 }) else { continue }
          for run in runs.indices {
            guard let one = found[run] else { continue }
            keys.append((year, place, groups[group], run))
            persons.append(one.persons)
            households.append(one.households)
            gap.append(one.persons - (found[0]?.persons ?? .nan))
          }
        }
      }
    }
    return Table(
      id: "compare_caseload", title: Labels.caseload,
      columns: [
        Column("year", .texts(keys.map { "\($0.year)" })), Column("region", .texts(keys.map(\.place.region.text))),
        Column("area", .texts(keys.map(\.place.area.id))), Column("group", .texts(keys.map(\.group))),
        Column("variant", .texts(keys.map { runs[$0.run].letter })), Column("persons", .persons(persons)),
        Column("households", .persons(households)), Column("difference", .persons(gap)),
      ])
  }
}
