import DoudiInputs

/// Money by place as tiles of one size, roughly where the places lie; no boundaries are drawn.
struct TileMap {

  /// The figure of a table whose rows are places, of the money in one column.
  /// - Parameters:
  ///   - table: rows are places.
  ///   - column: identifier of the column that is drawn.
  ///   - tiles: where each place's tile lies.
  ///   - heading: what stands above.
  ///   - form: language, unit, rounding.
  /// - Returns: the figure; nil where fewer than half the places have a tile.
  static func figure(
    _ table: Table, column: String, tiles: TilePlaces, heading: Heading, form: PrintForm
  ) -> Chart? {
    let frame = FigureFrame(form: form)
    let printed = form.print(table)
    guard let place = printed.column(column) else { return nil }
    let rows = printed.body.filter { tiles.places[printed.id($0)] != nil }
    guard !rows.isEmpty, rows.count * 2 >= printed.body.count else { return nil }
    var copy = table
    copy.title = heading.title(Labels.tilesOf(table.columns[place].title), unit: form.unit.label)
    let largest = rows.map { abs(printed.value($0, place) ?? 0) }.max() ?? 0
    guard largest > 0 else { return .empty("tiles", copy, Labels.noMoneyToDraw) }
    let cells = rows.compactMap { row -> JSONTree? in
      guard let tile = tiles.places[printed.id(row)] else { return nil }
      let short = form.words(tile.short)
      let grey = FigureFrame.grey(abs(printed.value(row, place) ?? 0) / largest)
      return [
        "region": .text(printed.id(row)), "name": .text(short.isEmpty ? printed.text(row, 0) : short),
        "column": .number(Double(tile.column)), "row": .number(Double(tile.row)),
        "value": printed.value(row, place).map { .number($0) } ?? .null,
        "text": .text(printed.text(row, place)), "fill": .text(grey), "ink": .text(FigureFrame.ink(on: grey)),
      ]
    }
    return Chart("tiles", copy, sentence: Labels.tileFigure, spec: spec(copy.title, cells, frame))
  }

  private static func spec(_ title: Bilingual, _ cells: [JSONTree], _ frame: FigureFrame) -> JSONTree {
    func positions(_ key: String) -> Int {
      (cells.compactMap { if case .number(let place)? = $0[key] { Int(place) } else { nil } }.max() ?? 0) + 1
    }
    func band(_ field: String) -> JSONTree {
      let domain = (0..<positions(field)).map { JSONTree.number(Double($0)) }
      return [
        "field": .text(field), "type": "ordinal", "axis": .null,
        "scale": ["padding": 0.04, "domain": .list(domain)],
      ]
    }
    let encoding: JSONTree = ["x": band("column"), "y": band("row")]
    func words(_ field: String, _ mark: JSONTree) -> JSONTree {
      frame.layer(
        cells, mark: mark,
        encoding.adding(["text": ["field": .text(field)], "color": FigureFrame.fill("ink")]))
    }
    // As wide as the longest figure needs.
    let longest =
      cells.compactMap { if case .text(let text)? = $0["text"] { text.count } else { nil } }.max() ?? 0
    let width = max(78, Double(longest) * 6.4 + 8)
    return frame.spec(
      title, size: (Double(positions("column")) * width, Double(positions("row")) * 56),
      layers: [
        frame.layer(
          cells, mark: ["type": "rect", "stroke": .text(FigureFrame.ink), "strokeWidth": 0.6],
          encoding.adding(["color": FigureFrame.fill("fill")])),
        words("name", ["type": "text", "fontSize": frame.language == .zh ? 13 : 12, "dy": -10]),
        words("text", ["type": "text", "fontSize": 11, "dy": 10]),
      ])
  }
}
