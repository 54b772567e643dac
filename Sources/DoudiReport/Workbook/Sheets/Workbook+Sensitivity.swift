import DoudiInputs

extension Workbook {
  /// 敏感性: what a step costs, the fan with chances in 低/中/高, the tornado; charts of the last two.
  func sensitivityPage() -> Page {
    guard let uncertainty = content.uncertainty else {
      return emptyPage(Labels.sheetSensitivity, Labels.noUncertainty)
    }
    var builder = builder(Labels.sheetSensitivity, unitLine: moneyLine)
    var places: [String: SheetBuilder.Place] = [:]
    for table in tables(uncertainty) {
      builder.section(section(table))
      if table.rowCount > 30 { builder.parts(table) } else { places[table.id] = builder.table(table) }
    }
    let name = builder.sheet.name
    if let fan = places["fan_total"], let chart = fanChart(fan, name) {
      builder.chart(chart)
    }
    if let tornado = places["tornado"], let chart = tornadoChart(tornado, name) { builder.chart(chart) }
    return Page(builder.finish())
  }

  private func tables(_ found: UncertaintyContent) -> [Table] {
    found.fan.screenTables(unit) + [found.tornado.screenTable(unit), found.indices.screenTable(unit)]
      + (found.reckoner?.screenTables(unit) ?? [])
  }

  private func column(_ place: SheetBuilder.Place, _ id: String, _ sheet: String) -> SheetChart.CellRange? {
    guard let column = place.column(id), let first = place.body.first, let last = place.body.last else {
      return nil
    }
    return SheetChart.CellRange(
      sheet: sheet, firstRow: first, firstColumn: column, lastRow: last, lastColumn: column)
  }

  private func series(
    _ place: SheetBuilder.Place, _ ids: [String], _ sheet: String
  ) -> [SheetChart.Series] {
    ids.compactMap { id in
      guard let values = column(place, id, sheet), let position = place.column(id) else { return nil }
      return SheetChart.Series(name: place.table.columns[position].title, values: values)
    }
  }

  private func fanChart(_ place: SheetBuilder.Place, _ sheet: String) -> ((Int) -> SheetChart)? {
    guard let years = column(place, "name", sheet) else { return nil }
    let series = series(place, ["p95", "high", "middle", "central", "low"], sheet)
    let title = content.heading.title(Labels.chartFan, unit: unit.label).text(language)
    let axis = unit.label.text(language)
    return { row in
      SheetChart(
        kind: .lines, title: title, categories: years, series: series, valueTitle: axis, row: row, column: 0)
    }
  }

  private func tornadoChart(_ place: SheetBuilder.Place, _ sheet: String) -> ((Int) -> SheetChart)? {
    guard let names = column(place, "input", sheet) else { return nil }
    let series = series(place, ["low", "high"], sheet)
    let title = content.heading.title(Labels.chartTornado, unit: unit.label).text(language)
    let axis = unit.label.text(language)
    let height = 160 + 26 * Double(place.body.count)
    return { row in
      SheetChart(
        kind: .overlappingBars, title: title, categories: names, series: series, valueTitle: axis, row: row,
        column: 0, height: height)
    }
  }
}
