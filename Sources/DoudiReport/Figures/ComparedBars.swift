import DoudiInputs

/// Variants side by side: for each name a bar a variant, its letter and its figure behind it.
struct ComparedBars {
  /// Names that are drawn.
  static let shown = 20

  /// One bar.
  private struct Bar {
    let id: String
    let name: String
    let variant: String
    let value: Double
    let text: String
  }

  private let frame: FigureFrame
  private let table: Table
  private let bars: [Bar]
  private let letters: [String]
  private let axis: String

  /// Money of a table with a row a name and a column a variant; totals are left out.
  static func money(_ id: String, _ table: Table, letters: [String], form: PrintForm) -> Chart {
    let printed = form.print(table)
    let columns = letters.compactMap { letter in printed.column(letter).map { (letter, $0) } }
    let bars = printed.body.prefix(shown).flatMap { row in
      columns.compactMap { letter, column -> Bar? in
        guard let value = printed.value(row, column) else { return nil }
        return Bar(
          id: printed.id(row), name: printed.text(row, 0), variant: letter, value: value,
          text: printed.text(row, column))
      }
    }
    return chart(
      id,
      ComparedBars(
        FigureFrame(form: form), table, bars, letters, axis: Labels.unitOnly(table.title, form.language)))
  }

  /// Standards of a table with a row a standard, area and variant; those that are the same in all are left out.
  static func standards(_ id: String, _ table: Table, letters: [String], form: PrintForm) -> Chart {
    let printed = form.print(table)
    let names = ["area", "where", "amount"].compactMap(printed.column)
    guard let variant = printed.column("variant"), let month = printed.column("month") else {
      return .empty(id, table, Labels.nothingCompared)
    }
    let bars = printed.body.compactMap { row -> Bar? in
      let letter = printed.text(row, variant)
      guard letters.contains(letter), let value = printed.value(row, month) else { return nil }
      return Bar(
        id: printed.id(row), name: names.map { printed.text(row, $0) }.joined(separator: " "),
        variant: letter,
        value: value, text: printed.text(row, month))
    }
    return chart(
      id,
      ComparedBars(
        FigureFrame(form: form), table, Array(bars.prefix(shown * letters.count)), letters,
        axis: form.words(Labels.perMonth)))
  }

  private static func chart(_ id: String, _ drawn: ComparedBars) -> Chart {
    guard drawn.bars.contains(where: { $0.value != 0 }) else {
      return .empty(id, drawn.table, Labels.nothingCompared)
    }
    return Chart(id, drawn.table, sentence: Labels.comparedFigure, spec: drawn.spec)
  }

  private init(_ frame: FigureFrame, _ table: Table, _ bars: [Bar], _ letters: [String], axis: String) {
    self.axis = axis
    (self.frame, self.table, self.bars, self.letters) = (frame, table, bars, letters)
  }

  private var rows: [JSONTree] {
    bars.map { bar in
      let grey = FigureFrame.greys[(letters.firstIndex(of: bar.variant) ?? 0) % FigureFrame.greys.count]
      return [
        "id": .text(bar.id), "name": .text(bar.name), "variant": .text(bar.variant),
        "value": .number(bar.value),
        "zero": 0, "text": .text("\(bar.variant) \(bar.text)"), "fill": .text(grey),
      ]
    }
  }

  private var spec: JSONTree {
    let names = Set(bars.map(\.name)).count
    let high = max(0, bars.map(\.value).max() ?? 0)
    let low = min(0, bars.map(\.value).min() ?? 0)
    let y = FigureFrame.names(
      "name", ["axis": ["title": .null, "ticks": false, "labelPadding": 8], "scale": ["paddingInner": 0.3]])
    let offset: JSONTree = ["field": "variant", "type": "nominal", "sort": .null]
    func x(_ field: String) -> JSONTree {
      FigureFrame.quantity(
        field,
        [
          "axis": [
            "title": .text(axis), "format": ",~f", "tickCount": 5,
          ],
          "scale": ["domain": [.number(low), .number(high)], "nice": false],
        ])
    }
    return frame.spec(
      table.title, size: (440, Double(names) * (Double(letters.count) * 24 + 10)),
      layers: [
        frame.layer(
          rows, mark: ["type": "bar", "stroke": .text(FigureFrame.ink), "strokeWidth": 0.8],
          [
            "x": x("zero"), "x2": ["field": "value"], "y": y, "yOffset": offset,
            "color": FigureFrame.fill("fill"),
          ]),
        frame.layer(
          rows, mark: ["type": "text", "align": "left", "dx": 5],
          ["x": x("value"), "y": y, "yOffset": offset, "text": ["field": "text"]]),
      ])
  }
}
