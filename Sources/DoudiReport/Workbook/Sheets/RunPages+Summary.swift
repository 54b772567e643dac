import DoudiInputs

extension RunPages {
  /// 汇总: money by programme, tier, year; standards and people; two charts.
  func summaryPage() -> Workbook.Page {
    var builder = builder(Labels.sheetSummary, unitLine: moneyLine)
    let places = stack(
      [
        report.summaryTable(unit).without(["rules"]), report.tierTable(unit), report.standardsTable(),
        report.caseloadTable(),
      ],
      on: &builder)
    let name = builder.sheet.name
    if let chart = moneyChart(places[0], name) { builder.chart(chart) }
    if let chart = standardsChart(places[2], name) { builder.chart(chart) }
    let totals = [
      TotalsRow(Labels.summary, places[0], sheet: name, keys: yearKeys),
      TotalsRow(Labels.tiers, places[1], sheet: name, keys: yearKeys),
    ]
    return Workbook.Page(builder.finish(), totals: totals.compactMap { $0 })
  }

  /// Programmes on top of each other, year by year.
  private func moneyChart(_ place: SheetBuilder.Place, _ sheet: String) -> ((Int) -> SheetChart)? {
    let years = report.years.compactMap { place.column("\($0)") }
    guard let first = years.first, let last = years.last, !place.body.isEmpty else { return nil }
    let series = place.body.map { row in
      SheetChart.Series(
        name: place.words(row, 0),
        values: .init(sheet: sheet, firstRow: row, firstColumn: first, lastRow: row, lastColumn: last))
    }
    let title = report.heading.title(Labels.chartMoney, unit: unit.label).text(language)
    let axis = unit.label.text(language)
    return { row in
      SheetChart(
        kind: .stackedColumns, title: title,
        categories: .init(
          sheet: sheet, firstRow: place.header, firstColumn: first, lastRow: place.header, lastColumn: last),
        series: series, valueTitle: axis, row: row, column: 0)
    }
  }

  /// Standards a month, year by year: a line each, the first few.
  private func standardsChart(_ place: SheetBuilder.Place, _ sheet: String) -> ((Int) -> SheetChart)? {
    let years = report.years.compactMap { place.column("\($0)_month") }
    guard let first = years.first, let last = years.last, years.count > 1, !place.body.isEmpty else {
      return nil
    }
    let series = place.body.prefix(8).map { row in
      SheetChart.Series(
        name: (0..<first).map { place.words(row, $0) }.joined(separator: " "),
        values: .init(sheet: sheet, firstRow: row, firstColumn: first, lastRow: row, lastColumn: last))
    }
    let title = report.heading.title(Labels.chartStandards, unit: Labels.perMonth).text(language)
    let axis = Labels.perMonth.text(language)
    return { row in
      SheetChart(
        kind: .lines, title: title,
        categories: .init(
          sheet: sheet, firstRow: place.header, firstColumn: first, lastRow: place.header, lastColumn: last),
        series: Array(series), valueTitle: axis, row: row, column: 0)
    }
  }
}

extension SheetBuilder.Place {
  /// The words of a cell, by its row on the sheet and its column.
  func words(_ row: Int, _ column: Int) -> String {
    guard rows.contains(row), case .words(let text) = table.columns[column].values[row - rows.lowerBound]
    else { return "" }
    return text
  }
}
