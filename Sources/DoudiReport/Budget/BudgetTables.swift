import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// A budget table for each year: the year before, this year, the change and its causes.
  ///
  /// Printed figures agree with each other and with the summary: budget less base is the change, the
  /// causes add up to it, rows add up to the total.
  /// Classes that overlap have no budget tables of their own: those of the programmes stand.
  func budgetTables(_ unit: MoneyUnit, by grouping: Grouping? = nil) -> [Table] {
    if let grouping, !grouping.overlaps {
      let rest = grouping.unclaimedLine(model)
      let lines = grouping.lines + (rest.rules.isEmpty ? [] : [rest])
      let units = printedUnits(lines, unit)
      return years.indices.map { year in
        budgetTable(
          grouping.name, lines, printed: units.map { $0[year] },
          before: year > 0 ? units.map { $0[year - 1] } : nil, year: year, unit)
      }
    }
    let extra = model.lastYear.map { year in Set(year.entries.map(\.programme)) } ?? []
    let shown = model.programmes.indices.filter { extra.contains($0) || shownProgrammes.contains($0) }
    let units = years.map { year in shown.map { printed($0, year: year, unit) ?? 0 } }
    return years.indices.map { year in
      budgetTable(
        Labels.programme, shown.map(budget.line), printed: units[year],
        before: year > 0 ? units[year - 1] : nil, year: year, unit)
    }
  }

  private func budgetTable(
    _ head: Bilingual, _ lines: [BudgetLine], printed units: [Int64], before: [Int64]?, year: Int,
    _ unit: MoneyUnit
  ) -> Table {
    let leaves = Array(model.space.leaves.indices)
    let rows = lines.map { budget.figures($0, region: root.code, leaves: leaves, year: year) }
    let printed = PrintedBudget(rows, printed: units, before: before, quantum: unit.quantum)
    let reason = ChangeReason(changes: budget.changes, model: model, places: unit.places)
    let reasons = zip(lines, zip(rows, printed.parts)).map { line, row -> Bilingual? in
      guard let parts = row.1 else { return nil }
      if row.0.parts?.all.allSatisfy({ $0 == 0 }) ?? true {
        return parts.contains { $0 != 0 } ? Labels.lastDigit : nil
      }
      return reason.text(line, leaves: leaves, year: year, parts: parts)
    }
    var table = Table(
      id: "budget_\(years[year])", title: title(budgetName(year), unit: unit.label),
      lead: [basisLine] + lastYearLead(year),
      columns: columns(head, lines, rows, printed, reasons, year: year, unit),
      rowKinds: lines.map { _ in .body } + [.total])
    table.notes = notes(year, hasOther: printed.hasOther)
    return table
  }

  private func budgetName(_ year: Int) -> Bilingual {
    let heading = heading(ofYear: years[year])
    return Bilingual(zh: heading.zh + Labels.budgetTable.zh, en: "\(Labels.budgetTable.en) \(heading.en)")
  }

  private func lastYearLead(_ year: Int) -> [Bilingual] {
    guard year == 0, let status = model.lastYear?.status else { return [] }
    return [Labels.lastYearStatus(Labels.status(status))]
  }

  private func columns(
    _ head: Bilingual, _ lines: [BudgetLine], _ rows: [BudgetFigures], _ printed: PrintedBudget,
    _ reasons: [Bilingual?], year: Int, _ unit: MoneyUnit
  ) -> [Column] {
    let words = lines.map(\.word) + [Word("total", Labels.total)]
    func money(_ id: String, _ title: Bilingual, _ values: [Int64?]) -> Column {
      Column(id, title, .units(values + [PrintedBudget.sum(values)], places: unit.places))
    }
    var columns = [Column("programme", head, .words(words.indices.map { Int32($0) }, words))]
    columns.append(
      money("last_budget", year == 0 ? Labels.lastBudget : Labels.lastProjected, printed.lastBudget))
    if year == 0 { columns.append(money("last_outturn", Labels.lastOutturn, printed.lastOutturn)) }
    columns.append(money("budget", Labels.thisBudget, printed.budget))
    guard rows.contains(where: { $0.base != nil }) else { return columns }
    columns += [
      money("change", Labels.change, printed.change),
      Column("percent", Labels.percent, .reals(rows.map(\.percent) + [printed.percent(rows)], places: 1)),
    ]
    let causes = [
      ("persons", Labels.byVolume), ("standard", Labels.byPrice), ("ratio", Labels.byRatio),
      ("one_off", Labels.byOnce), ("last_year_differs", Labels.byOther),
    ]
    for (cause, one) in causes.enumerated() where cause < 4 || printed.hasOther {
      columns.append(money(one.0, one.1, printed.parts.map { $0?[cause] }))
    }
    columns.append(Column("reason", Labels.changeReason, .notes(reasons + [nil]), width: 160))
    return columns
  }

  private func notes(_ year: Int, hasOther: Bool) -> [Bilingual] {
    guard year > 0 || model.lastYear != nil else { return [Labels.lastYearMissing] }
    var notes = [Labels.changeColumns]
    if hasOther { notes.append(Labels.lastYearDiffers) }
    let before = year == 0 ? 12 : monthCount(years[year - 1])
    if monthCount(years[year]) != before { notes.append(Labels.monthsDiffer) }
    return notes
  }

  private func monthCount(_ year: Int) -> Int {
    model.scenario.horizon.months.filter { $0.year == year }.count
  }
}
