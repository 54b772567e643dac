import DoudiInputs

extension RunPages {
  /// 三年滚动: every year of the horizon side by side, with growth.
  func rollingPage() -> Workbook.Page {
    var builder = builder(Labels.sheetRolling, unitLine: moneyLine)
    var tables = [withGrowth(report.summaryTable(unit), notes: true)]
    if let grouping = Grouping(report.model, by: "function")?.shown(in: report) {
      let codes = FunctionCodes(report.model)
      tables += exact { [report.groupTable(grouping, $0)] }.map {
        codes.named(withGrowth(BudgetLayout.withoutZeros($0), notes: false))
      }
    }
    tables.append(withGrowth(report.tierTable(unit), notes: false))
    let places = stack(tables, on: &builder)
    let name = builder.sheet.name
    let totals = zip(places, tables).map { place, table in
      TotalsRow(section(table), place, sheet: name, keys: yearKeys)
    }
    return Workbook.Page(builder.finish(), totals: totals.compactMap { $0 })
  }

  /// A table by year with the growth of each year on the one before, behind its total.
  private func withGrowth(_ table: Table, notes: Bool) -> Table {
    var copy = table.without(["rules"])
    if !notes { copy.notes = [] }
    let shown = SheetTable(copy, language: language, unit: unit, printing: book.content.printing)
    for (before, year) in zip(report.years, report.years.dropFirst()) {
      guard let a = shown.columns.first(where: { $0.id == "\(before)" }),
        let b = shown.columns.first(where: { $0.id == "\(year)" })
      else { continue }
      let growth = (0..<copy.rowCount).map { row -> Double in
        guard let from = a.number(row), let to = b.number(row), from.units > 0 else { return .nan }
        return (to.value - from.value) / from.value * 100
      }
      copy.columns.append(Column("growth_\(year)", Labels.growthOf(year), .reals(growth, places: 1)))
    }
    if notes, report.years.count > 1 { copy.notes.append(Labels.rollingNote) }
    return copy
  }
}
