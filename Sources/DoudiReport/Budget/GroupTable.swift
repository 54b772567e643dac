import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Money by class and year, what no class claims, and the total; the overlap where classes overlap.
  func groupTable(_ grouping: Grouping, _ unit: MoneyUnit) -> Table {
    let lines = grouping.lines + (grouping.unclaimed.isEmpty ? [] : [grouping.unclaimedLine(model)])
    let fen = lines.map { money(of: $0) }
    let all = years.indices.map { year in programmeTotal(year) }
    let words = lines.map(\.word) + [Word("total", Labels.total)]
    let rows = (fen + [all]).map { Row($0, unit) }
    var columns = [Column("name", grouping.name, .words(words.indices.map { Int32($0) }, words))]
    for (position, year) in years.enumerated() {
      let values: Values =
        grouping.overlaps
        ? .units(rows.map { $0.printed[position] }, places: unit.places) : .fen(rows.map { $0.fen[position] })
      columns.append(Column("\(year)", heading(ofYear: year), values))
    }
    if years.count > 1 {
      let values: Values =
        grouping.overlaps
        ? .units(rows.map(\.total), places: unit.places) : .fen(rows.map { $0.fen.reduce(0, +) })
      columns.append(Column("total", Labels.total, values, isRowTotal: !grouping.overlaps))
    }
    let name = Bilingual(zh: "按\(grouping.name.zh)", en: "By \(grouping.name.en)")
    return Table(
      id: "groups", title: title(name, unit: unit.label), lead: [basisLine], columns: columns,
      rowKinds: lines.map { _ in .body } + [.total], notes: groupNotes(grouping, unit))
  }

  /// A row by itself: classes that overlap do not add up, but the years of each do.
  private struct Row {
    let fen: [Int64]
    let printed: [Int64]
    var total: Int64 { printed.reduce(0, +) }

    init(_ fen: [Int64], _ unit: MoneyUnit) {
      self.fen = fen
      let total = MoneyGrid.rounded(fen.reduce(0, +), unit.quantum)
      printed = MoneyGrid.fit(fen, quantum: unit.quantum, total: total)
    }
  }

  /// Fen of a row by year.
  func money(of line: BudgetLine) -> [Int64] {
    years.indices.map { year in
      line.rules.reduce(0) { sum, rule in
        model.space.leaves.indices.reduce(sum) {
          $0 + budget.changes.booked(rule: rule, leaf: $1, year: year)
        }
      }
    }
  }

  private func programmeTotal(_ year: Int) -> Int64 { totals.programmes.reduce(0) { $0 + $1[year] } }

  private func groupNotes(_ grouping: Grouping, _ unit: MoneyUnit) -> [Bilingual] {
    let total = projection.total.fen
    let unclaimed = money(of: grouping.unclaimedLine(model)).reduce(0, +)
    func text(_ fen: Int64) -> String {
      NumberText.scaled(MoneyGrid.rounded(fen, unit.quantum), places: unit.places)
    }
    let share = total == 0 ? 0 : Double(unclaimed) / Double(total) * 100
    var notes = [Labels.unclaimedShare(text(unclaimed), NumberText.real(share, places: 1))]
    if grouping.id == "department" { notes.append(Labels.departmentsAssumed) }
    let claimed = grouping.lines.reduce(0) { $0 + money(of: $1).reduce(0, +) }
    let twice = claimed + unclaimed - total
    if twice != 0 { notes.append(Labels.classesOverlap(text(claimed), text(twice))) }
    return notes
  }
}

extension LongTables {
  /// Money by class and year; `unclaimed` is what no class claims.
  public func groups(_ grouping: Grouping) -> Table {
    let lines = grouping.lines + [grouping.unclaimedLine(model)]
    let cells = lines.flatMap { line in
      zip(report.years, report.money(of: line)).map { (line.word.id, $0, $1) }
    }
    return Table(
      id: "groups", title: grouping.name,
      columns: [
        Column("taxonomy", .texts(cells.map { _ in grouping.id })),
        Column("class", .texts(cells.map(\.0))), Column("year", .texts(cells.map { "\($0.1)" })),
        Column("fen", .fen(cells.map(\.2))),
      ])
  }
}
