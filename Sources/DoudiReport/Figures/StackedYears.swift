import DoudiInputs

/// Money by name and year as stacked bars: every part outlined and labelled beside the last bar, printed
/// figures inside where they fit, the total above.
struct StackedYears {
  /// Parts that are drawn; the smaller ones are drawn together.
  static let shown = 8

  private let printed: PrintedTable
  private let frame: FigureFrame
  private let years: [Int]
  private let parts: [Part]
  private let low: Double
  private let high: Double
  /// Width of a bar, in shares of its step.
  private static let bar = 0.58
  private static let height = 340.0

  /// A name with its figures by year.
  private struct Part {
    let id: String
    let name: String
    let grey: String
    let values: [Double]
    let texts: [String]
  }

  /// The figure of a table whose rows are names and whose columns of money are years.
  static func figure(
    _ id: String, _ table: Table, title: Bilingual, form: PrintForm
  ) -> Chart {
    var table = table
    table.title = title
    let drawn = StackedYears(table, FigureFrame(form: form))
    guard drawn.high > drawn.low else { return .empty(id, table, Labels.noMoneyToDraw) }
    return Chart(id, table, sentence: Labels.stackedFigure, spec: drawn.spec)
  }

  private init(_ table: Table, _ frame: FigureFrame) {
    let printed = frame.form.print(table)
    (self.printed, self.frame) = (printed, frame)
    let years = table.columns.indices.filter { Int(table.columns[$0].id) != nil }
    self.years = years
    let rows = printed.body.filter { row in years.contains { (printed.value(row, $0) ?? 0) != 0 } }
    let parts = Self.parts(rows, years, printed, frame)
    self.parts = parts
    let sums = years.indices.map { year in
      parts.reduce((down: 0.0, up: 0.0)) {
        let value = $1.values[year]
        return value < 0 ? ($0.down + value, $0.up) : ($0.down, $0.up + value)
      }
    }
    low = sums.map(\.down).min() ?? 0
    high = sums.map(\.up).max() ?? 0
  }

  private static func parts(
    _ rows: [Int], _ years: [Int], _ printed: PrintedTable, _ frame: FigureFrame
  ) -> [Part] {
    func size(_ row: Int) -> Double { years.reduce(0.0) { $0 + abs(printed.value(row, $1) ?? 0) } }
    let largest = rows.sorted { (size($1), $0) < (size($0), $1) }
    let rest = rows.count > shown ? Array(largest.dropFirst(shown - 1)) : []
    var parts = rows.filter { !rest.contains($0) }.enumerated().map { position, row in
      Part(
        id: printed.id(row), name: printed.text(row, 0),
        grey: FigureFrame.greys[position % FigureFrame.greys.count],
        values: years.map { printed.value(row, $0) ?? 0 }, texts: years.map { printed.text(row, $0) })
    }
    guard !rest.isEmpty else { return parts }
    let texts = years.map { year in
      NumberText.scaled(
        rest.reduce(0) { $0 + (printed.units($1, year) ?? 0) }, places: frame.unit.places)
    }
    parts.append(
      Part(
        id: "others", name: Labels.others(rest.count).text(frame.language),
        grey: FigureFrame.greys[(shown - 1) % FigureFrame.greys.count],
        values: years.map { year in rest.reduce(0.0) { $0 + (printed.value($1, year) ?? 0) } }, texts: texts))
    return parts
  }

  // MARK: the drawing

  private var width: Double { Double(max(2, years.count)) * step }
  /// Pixels a year: as many as the longest figure in a bar needs.
  private var step: Double {
    let longest = parts.flatMap(\.texts).map(\.count).max() ?? 0
    return max(132, (Double(longest) * 6.5 + 6) / Self.bar)
  }

  private var domain: (low: Double, high: Double) { (low * 1.06, high * 1.06) }
  private var perPixel: Double { (domain.high - domain.low) / Self.height }

  private var x: JSONTree {
    FigureFrame.names(
      "year",
      [
        "axis": ["title": .null, "labelAngle": 0, "labelFontSize": 13, "ticks": false],
        "scale": ["paddingInner": .number(1 - Self.bar), "paddingOuter": .number((1 - Self.bar) / 2)],
      ])
  }

  private func y(_ field: String) -> JSONTree {
    FigureFrame.quantity(
      field,
      [
        "axis": frame.axis(frame.unit.label),
        "scale": ["domain": [.number(domain.low), .number(domain.high)], "nice": false],
      ])
  }

  private var spec: JSONTree {
    let bars = self.bars
    let leaders = self.leaders
    return frame.spec(
      printed.table.title, size: (width, Self.height),
      layers: [
        frame.layer(
          bars, mark: ["type": "bar", "stroke": .text(FigureFrame.ink), "strokeWidth": 0.8],
          ["x": x, "y": y("from"), "y2": ["field": "to"], "color": FigureFrame.fill("fill")]),
        frame.layer(
          bars.filter { abs(number($0, "to") - number($0, "from")) >= 15 * perPixel },
          mark: ["type": "text", "fontSize": 11],
          ["x": x, "y": y("middle"), "text": ["field": "text"], "color": FigureFrame.fill("ink")]),
        frame.layer(
          totals, mark: ["type": "text", "fontWeight": "bold", "baseline": "bottom", "dy": -4],
          ["x": x, "y": y("value"), "text": ["field": "text"]]),
        frame.layer(
          leaders, mark: ["type": "rule", "strokeWidth": 0.8, "color": .text(FigureFrame.ink)],
          [
            "x": ["value": .number(edge)], "x2": ["value": .number(edge + 14)], "y": y("middle"),
            "y2": ["field": "spot"],
          ]),
        frame.layer(
          leaders, mark: ["type": "text", "align": "left", "baseline": "middle"],
          ["x": ["value": .number(edge + 18)], "y": y("spot"), "text": ["field": "label"]]),
      ])
  }

  /// Right edge of the last bar.
  private var edge: Double {
    let step = width / Double(max(1, years.count))
    return width - step * (1 - Self.bar) / 2 + 1
  }

  private func number(_ row: JSONTree, _ key: String) -> Double {
    if case .number(let value)? = row[key] { value } else { 0 }
  }

  private var yearTitles: [String] { years.map { printed.titles[$0] } }

  private var bars: [JSONTree] {
    years.indices.flatMap { year in
      var (down, up) = (0.0, 0.0)
      return parts.map { part -> JSONTree in
        let value = part.values[year]
        let from = value < 0 ? down : up
        if value < 0 { down += value } else { up += value }
        return [
          "year": .text(yearTitles[year]), "id": .text(part.id), "name": .text(part.name),
          "value": .number(value), "text": .text(part.texts[year]), "from": .number(from),
          "to": .number(from + value), "middle": .number(from + value / 2), "fill": .text(part.grey),
          "ink": .text(FigureFrame.ink(on: part.grey)),
        ]
      }
    }
  }

  private var totals: [JSONTree] {
    guard let row = (0..<printed.rowCount).first(where: { printed.table.kind(ofRow: $0) == .total }) else {
      return []
    }
    return years.enumerated().map { position, column in
      let up = parts.reduce(0.0) { $0 + max(0, $1.values[position]) }
      return [
        "year": .text(yearTitles[position]), "value": .number(up),
        "total": .number(printed.value(row, column) ?? 0),
        "text": .text(printed.text(row, column)),
      ]
    }
  }

  /// A label for each part of the last bar that there is.
  private var leaders: [JSONTree] {
    guard let last = years.indices.last else { return [] }
    let ends = bars.suffix(parts.count).filter { number($0, "value") != 0 }
      .sorted { number($0, "middle") < number($1, "middle") }
    let spots = LabelSpots.place(
      ends.map { number($0, "middle") }, gap: 17 * perPixel, in: domain.low...domain.high)
    return zip(ends, spots).map { row, spot in
      let part = parts.first { .text($0.id) == row["id"] }
      return [
        "id": row["id"] ?? .null, "middle": row["middle"] ?? .null, "spot": .number(spot),
        "label": .text("\(part?.name ?? "") \(part?.texts[last] ?? "")"),
      ]
    }
  }
}
