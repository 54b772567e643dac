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
    let rows =
      grouping.overlaps
      ? (fen + [all]).map { Self.row($0, unit) } : printedUnits(lines, unit) + [summaryUnits(unit)]
    var columns = [Column("name", grouping.name, .words(words.indices.map { Int32($0) }, words))]
    for (position, year) in years.enumerated() {
      let values = Values.units(rows.map { $0[position] }, places: unit.places)
      columns.append(Column("\(year)", heading(ofYear: year), values))
    }
    if years.count > 1 {
      let values = Values.units(rows.map { $0.reduce(0, +) }, places: unit.places)
      columns.append(Column("total", Labels.total, values))
    }
    let name = Bilingual(zh: "按\(grouping.name.zh)", en: "By \(grouping.name.en)")
    return Table(
      id: "groups", title: title(name, unit: unit.label), lead: [basisLine], columns: columns,
      rowKinds: lines.map { _ in .body } + [.total], notes: groupNotes(grouping, unit))
  }

  /// A row by itself: classes that overlap do not add up, but the years of each do.
  private static func row(_ fen: [Int64], _ unit: MoneyUnit) -> [Int64] {
    MoneyGrid.fit(fen, quantum: unit.quantum, total: MoneyGrid.rounded(fen.reduce(0, +), unit.quantum))
  }

  /// Rows that share out all money, by year as printed: a row of whole programmes is the sum of what the
  /// summary prints for them, the others are fitted to what is left of it.
  func printedUnits(_ lines: [BudgetLine], _ unit: MoneyUnit) -> [[Int64]] {
    let fen = lines.map { money(of: $0) }
    var units = fen
    let open = lines.indices.filter { lines[$0].programmes.isEmpty && !lines[$0].rules.isEmpty }
    for (year, total) in summaryUnits(unit).enumerated() {
      var left = total
      for row in lines.indices where !open.contains(row) {
        units[row][year] = lines[row].programmes.reduce(0) {
          $0 + (printed($1, year: years[year], unit) ?? 0)
        }
        left -= units[row][year]
      }
      let fitted = MoneyGrid.fit(open.map { fen[$0][year] }, quantum: unit.quantum, total: left)
      for (row, one) in zip(open, fitted) { units[row][year] = one }
    }
    return units
  }

  /// All money by year as the summary prints it.
  private func summaryUnits(_ unit: MoneyUnit) -> [Int64] {
    years.map { year in shownProgrammes.reduce(0) { $0 + (printed($1, year: year, unit) ?? 0) } }
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
