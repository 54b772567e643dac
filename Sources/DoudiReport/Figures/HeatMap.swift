import DoudiInputs

/// Region by parameter: by how much of its own median money each parameter moves each region, the number in
/// the cell, the grey by its size.
struct HeatMap {
  /// Regions and parameters that are drawn.
  static let rowsShown = 40
  static let columnsShown = 12

  /// The table: a row a region, a column a parameter, per cent.
  ///
  ///     100 (money at the high quantile - at the low one) / |money at all medians|
  ///
  /// - Parameters:
  ///   - file: the tornado of all regions and years.
  ///   - order: identifiers of parameters, the strongest first, with their names.
  ///   - regions: codes in their order, with their names; those without figures are left out.
  ///   - heading: what stands above.
  /// - Returns: the table, of the last year.
  static func table(_ file: Table, order: [Word], regions: [Word], heading: Heading) -> Table {
    let rows = LongRows(file)
    let last = (0..<file.rowCount).compactMap { rows.text($0, "year").flatMap(Int.init) }.max() ?? 0
    var found: [String: [String: Double]] = [:]
    for row in rows.rows(where: ["year": "\(last)"]) {
      guard let region = rows.text(row, "region"), let input = rows.text(row, "input"),
        let low = rows.number(row, "low"), let high = rows.number(row, "high"),
        let middle = rows.number(row, "middle"), middle != 0
      else { continue }
      found[region, default: [:]][input] = (high - low) / abs(middle) * 100
    }
    let shown = regions.filter { found[$0.id] != nil }.prefix(rowsShown)
    let inputs = order.filter { input in found.values.contains { $0[input.id] ?? 0 != 0 } }.prefix(
      columnsShown)
    var columns = [
      Column("region", Labels.region, .words(shown.indices.map { Int32($0) }, Array(shown)), width: 24)
    ]
    columns += inputs.map { input in
      Column(
        input.id, input.label, .reals(shown.map { found[$0.id]?[input.id] ?? .nan }, places: 1))
    }
    var table = Table(
      id: "heat", title: heading.title(Labels.heatOf(last), unit: Bilingual(zh: "%", en: "%")),
      columns: columns,
      notes: [Labels.heatNote])
    if shown.count < regions.count(where: { found[$0.id] != nil }) {
      table.notes.append(Labels.firstRows(shown.count))
    }
    return table
  }

  /// The figure of such a table.
  static func figure(_ table: Table, form: PrintForm) -> Chart {
    let frame = FigureFrame(form: form)
    let printed = form.print(table)
    let inputs = Array(table.columns.indices.dropFirst())
    let largest = printed.body.flatMap { row in inputs.map { abs(printed.value(row, $0) ?? 0) } }.max() ?? 0
    guard largest > 0 else { return .empty("heat", table, Labels.noTornadoToDraw) }
    let cells = printed.body.flatMap { row in
      inputs.map { column -> JSONTree in
        let grey = FigureFrame.grey(abs(printed.value(row, column) ?? 0) / largest)
        return [
          "region": .text(printed.id(row)), "name": .text(printed.text(row, 0)),
          "input": .text(table.columns[column].id), "parameter": .text(printed.titles[column]),
          "value": printed.value(row, column).map { .number($0) } ?? .null,
          "text": .text(printed.text(row, column)), "fill": .text(grey),
          "ink": .text(FigureFrame.ink(on: grey)),
        ]
      }
    }
    return Chart("heat", table, sentence: Labels.heatFigure, spec: spec(cells, printed, inputs.count, frame))
  }

  private static func spec(
    _ cells: [JSONTree], _ printed: PrintedTable, _ columns: Int, _ frame: FigureFrame
  ) -> JSONTree {
    let x = FigureFrame.names(
      "parameter",
      [
        "axis": [
          "title": .null, "orient": "top", "labelAngle": -35, "labelAlign": "left", "ticks": false,
          "domain": false, "labelPadding": 6,
        ]
      ])
    let y = FigureFrame.names(
      "name", ["axis": ["title": .null, "ticks": false, "domain": false, "labelPadding": 8]])
    return frame.spec(
      printed.table.title,
      size: (Double(columns) * 74, Double(printed.body.count) * 28),
      layers: [
        frame.layer(
          cells, mark: ["type": "rect", "stroke": "white", "strokeWidth": 1.5],
          ["x": x, "y": y, "color": FigureFrame.fill("fill")]),
        frame.layer(
          cells, mark: ["type": "text", "fontSize": 12],
          ["x": x, "y": y, "text": ["field": "text"], "color": FigureFrame.fill("ink")]),
      ])
  }
}
