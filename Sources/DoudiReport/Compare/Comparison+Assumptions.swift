import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  private static let assumptionsShown = 10

  /// An assumption of any run: its position in each, and the money it moves there.
  private struct Row {
    let name: String
    let positions: [Int?]
    let moved: [Int64?]

    var weight: UInt64 { moved.compactMap { $0?.magnitude }.max() ?? 0 }
  }

  private func assumptionRows() -> [Row] {
    let moved = runs.map { run in
      Dictionary(run.report.effects.map { ($0.assumption, $0.moved.fen) }) { first, _ in first }
    }
    let places = runs.map { run in
      Dictionary(run.model.assumptions.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }
    let names = places.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    return names.map { name in
      let positions = places.map { $0[name] }
      return Row(
        name: name, positions: positions, moved: zip(positions, moved).map { place, all in place.flatMap { all[$0] } })
    }.sorted { $0.weight == $1.weight ? $0.name < $1.name : $0.weight > $1.weight }
  }

  /// Assumptions by the money they move in any run, largest first.
  func assumptionsTable(_ unit: MoneyUnit) -> Table {
    let all = assumptionRows()
    let shown = Array(all.prefix(Self.assumptionsShown))
    var columns = [Column("name", Labels.name, .texts(shown.map(\.name)))]
    for run in runs.indices {
      let model = runs[run].model
      columns.append(
        Column(
          "value_\(runs[run].letter)", Labels.valueOf(runs[run].letter),
          .notes(shown.map { row in row.positions[run].map { model.assumptions[$0].text(model.space.tree) } }),
          width: 24))
    }
    let printed = runs.indices.map { run in
      shown.map { row in row.moved[run].map { MoneyGrid.rounded($0, unit.quantum) } }
    }
    for run in runs.indices {
      columns.append(
        Column(
          "moved_\(runs[run].letter)", Labels.movedIn(runs[run].letter), Self.units(printed[run], unit)))
    }
    for run in others {
      let gap = Self.gaps(printed[run], printed[0])
      columns.append(Column("\(runs[run].letter)-A", differenceTitle(run), Self.units(gap, unit)))
    }
    var notes = [Labels.stepMoved]
    if all.count > shown.count { notes.append(Labels.rowsShown(shown.count, all.count, "compare_assumptions.csv")) }
    return Table(
      id: "compare_assumptions", title: heading.title(Labels.assumptions, unit: unit.label), columns: columns,
      notes: notes)
  }

  /// name, variant, value, unit, status, clause, source, fen_moved, difference_fen.
  func assumptionsFile() -> Table {
    let rows = assumptionRows().sorted { LongTables.before($0.name, $1.name) }.flatMap { row in
      runs.indices.compactMap { run in row.positions[run].map { (row, run, runs[run].model.assumptions[$0]) } }
    }
    return Table(
      id: "compare_assumptions", title: Labels.assumptions,
      columns: [
        Column("name", .texts(rows.map(\.0.name))), Column("variant", .texts(rows.map { runs[$0.1].letter })),
        Column("value", .figures(rows.map(\.2.valueText))), Column("unit", .texts(rows.map(\.2.term.unit.text))),
        Column("status", .texts(rows.map(\.2.status.id))),
        Column("clause", .texts(rows.map { $0.2.citation?.clause })),
        Column("source", .texts(rows.map { $0.2.origin?.source })),
        Column("fen_moved", .fen(rows.map { $0.0.moved[$0.1] ?? 0 })),
        Column("difference_fen", .fen(rows.map { ($0.0.moved[$0.1] ?? 0) - ($0.0.moved[0] ?? 0) })),
      ])
  }
}
