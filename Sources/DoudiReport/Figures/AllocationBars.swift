import DoudiInputs

/// Who gets how much: a bar a row, a mark where the formula alone would have ended, and the bound that held it.
struct AllocationBars {
  /// Rows that are drawn, in their order.
  static let shown = 60

  private let frame: FigureFrame
  private let printed: PrintedTable
  private let rows: [JSONTree]
  private let high: Double

  /// The figure of a table with columns region, amount, and where there are any formula, bound, bound_value.
  static func figure(_ table: Table, form: PrintForm) -> Chart {
    let drawn = AllocationBars(table, FigureFrame(form: form))
    guard drawn.high > 0 else { return .empty("allocation", table, Labels.noMoneyToDraw) }
    return Chart("allocation", table, sentence: Labels.allocationFigure, spec: drawn.spec)
  }

  private init(_ table: Table, _ frame: FigureFrame) {
    let printed = frame.form.print(table)
    (self.frame, self.printed) = (frame, printed)
    func value(_ row: Int, _ column: String) -> Double? {
      printed.column(column).flatMap { printed.value(row, $0) }
    }
    func text(_ row: Int, _ column: String) -> String {
      printed.column(column).map { printed.text(row, $0) } ?? ""
    }
    let all = Array(printed.body.prefix(Self.shown))
    let columns = ["amount", "formula", "bound_value"]
    high = all.flatMap { row in columns.compactMap { value(row, $0) } }.max() ?? 0
    rows = all.map { row in
      let bound = text(row, "bound")
      let amount = text(row, "amount")
      return [
        "region": .text(printed.id(row)), "name": .text(printed.text(row, 0)),
        "amount": .number(value(row, "amount") ?? 0),
        "formula": value(row, "formula").map { .number($0) } ?? .null,
        "bound": value(row, "bound_value").map { .number($0) } ?? .null, "reason": .text(bound),
        "end": .number(columns.compactMap { value(row, $0) }.max() ?? 0),
        "text": .text(bound.isEmpty ? amount : "\(amount) · \(bound)"),
      ]
    }
  }

  private func x(_ field: String) -> JSONTree {
    let title = Labels.unitOnly(printed.table.title, frame.language)
    return FigureFrame.quantity(
      field,
      [
        "axis": ["title": .text(title), "format": ",~f", "tickCount": 6],
        "scale": ["domain": [0, .number(high * 1.04)], "nice": false],
      ])
  }

  private var height: Double { Double(max(2, rows.count)) * 26 }

  private var spec: JSONTree {
    let names = FigureFrame.names("name", ["axis": ["title": .null, "ticks": false, "labelPadding": 8]])
    func tick(_ field: String, _ look: JSONTree) -> JSONTree {
      let base: JSONTree = [
        "type": "tick", "orient": "vertical", "opacity": 1, "color": .text(FigureFrame.ink),
      ]
      return frame.layer(
        rows.filter { $0[field] != .null }, mark: base.adding(look), ["x": x(field), "y": names])
    }
    let key = frame.layer(
      [["label": .text(Labels.allocationKey.text(frame.language))]],
      mark: ["type": "text", "align": "left", "baseline": "top"],
      ["x": ["value": 0], "y": ["value": .number(height + 46)], "text": ["field": "label"]])
    return frame.spec(
      printed.table.title, size: (480, height),
      layers: [
        frame.layer(
          rows,
          mark: [
            "type": "bar", "stroke": .text(FigureFrame.ink), "strokeWidth": 0.8, "height": 15,
            "color": .text(FigureFrame.greys[1]),
          ], ["x": x("amount"), "y": names]),
        tick("formula", ["size": 20, "thickness": 1.5]),
        tick("bound", ["size": 24, "thickness": 4]),
        frame.layer(
          rows, mark: ["type": "text", "align": "left", "dx": 8],
          ["x": x("end"), "y": names, "text": ["field": "text"]]),
      ] + (rows.contains { $0["formula"] != .null || $0["bound"] != .null } ? [key] : []))
  }
}
