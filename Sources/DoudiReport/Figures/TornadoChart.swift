import DoudiInputs

/// What each uncertain parameter does to the money: a bar from its low to its high quantile, widest first.
struct TornadoChart {
  /// Bars that are drawn.
  static let shown = 15

  private let frame: FigureFrame
  private let printed: PrintedTable
  private let bars: [JSONTree]
  private let reach: Double
  private let isMoney: Bool

  /// The figure of a tornado as it is printed; values in full from its file.
  /// - Parameters:
  ///   - table: a row a parameter, with columns low and high.
  ///   - file: the same of all regions and years.
  ///   - root: code of the whole.
  ///   - form: language, unit, rounding.
  /// - Returns: the figure, or a sentence where nothing moves.
  static func figure(
    _ table: Table, file: Table, root: String, form: PrintForm
  ) -> Chart {
    var table = table
    let isMoney = if case .units? = table.columns.last?.values { true } else { false }
    if !isMoney {
      let own = Labels.ownUnit
      table.title = Bilingual(zh: "\(table.title.zh) · \(own.zh)", en: "\(table.title.en) · \(own.en)")
    }
    let drawn = TornadoChart(table, file, root, FigureFrame(form: form))
    guard drawn.reach > 0 else { return .empty("tornado", table, Labels.noTornadoToDraw) }
    return Chart("tornado", table, sentence: Labels.tornadoFigure, spec: drawn.spec)
  }

  private init(_ table: Table, _ file: Table, _ root: String, _ frame: FigureFrame) {
    let printed = frame.form.print(table)
    (self.frame, self.printed) = (frame, printed)
    let (low, high) = (printed.column("low") ?? 0, printed.column("high") ?? 0)
    let isMoney = if case .units = table.columns[low].values { true } else { false }
    self.isMoney = isMoney
    let exact = LongRows(file)
    let last = (0..<file.rowCount).compactMap { exact.text($0, "year").flatMap(Int.init) }.max() ?? 0
    var found: [JSONTree] = []
    var reach = 0.0
    for row in printed.body.prefix(Self.shown) {
      let source = exact.rows(where: ["input": printed.id(row), "region": root, "year": "\(last)"]).first
      let ends = [("low", low), ("high", high)].map {
        end, column -> (end: String, value: Double, text: String) in
        let money = source.flatMap { row in
          exact.number(row, end).flatMap { value in exact.number(row, "middle").map { value - $0 } }
        }
        let value =
          money.map { isMoney ? $0 / Double(frame.unit.yuan) : $0 } ?? printed.value(row, column) ?? 0
        return (end, value, printed.text(row, column))
      }
      reach = ends.reduce(reach) { max($0, abs($1.value)) }
      found += Self.rows(ends, id: printed.id(row), name: printed.text(row, 0))
    }
    (bars, self.reach) = (found, reach)
  }

  /// Two ends of a bar; where both lie on one side, the shorter one's figure stands on the other.
  private static func rows(
    _ ends: [(end: String, value: Double, text: String)], id: String, name: String
  ) -> [JSONTree] {
    let isOneSided = ends.allSatisfy { $0.value > 0 } || ends.allSatisfy { $0.value < 0 }
    let shorter = isOneSided ? ends.min { abs($0.value) < abs($1.value) }?.end : nil
    return ends.sorted { abs($0.value) > abs($1.value) }.map { one in
      let isMoved = one.end == shorter || one.value == 0
      return [
        "id": .text(id), "name": .text(name), "end": .text(one.end), "value": .number(one.value),
        "text": .text((one.value > 0 && !one.text.hasPrefix("+") ? "+" : "") + one.text),
        "spot": .number(isMoved ? 0 : one.value), "zero": 0,
        "side": .text(side(one.value, one.end, isMoved: isMoved, others: ends.map(\.value))),
        "fill": .text(one.end == "low" ? FigureFrame.greys[0] : FigureFrame.greys[1]),
      ]
    }
  }

  private static func side(_ value: Double, _ end: String, isMoved: Bool, others: [Double]) -> String {
    guard isMoved else { return value < 0 ? "left" : "right" }
    let sum = others.reduce(0, +)
    return sum == 0 ? (end == "low" ? "left" : "right") : (sum > 0 ? "left" : "right")
  }

  private var spec: JSONTree {
    let names = FigureFrame.names("name", ["axis": ["title": .null, "ticks": false, "labelPadding": 8]])
    func x(_ field: String) -> JSONTree {
      FigureFrame.quantity(
        field,
        [
          "axis": frame.axis(isMoney ? Labels.changeIn(frame.unit) : Labels.changeOfResult, ticks: 4),
          "scale": ["domain": [.number(-reach * 1.28), .number(reach * 1.28)], "nice": false],
        ])
    }
    func labels(_ side: String) -> JSONTree {
      let isLeft = side == "left"
      return frame.layer(
        bars.filter { $0["side"] == .text(side) },
        mark: ["type": "text", "align": isLeft ? "right" : "left", "dx": isLeft ? -5 : 5],
        ["x": x("spot"), "y": names, "text": ["field": "text"]])
    }
    return frame.spec(
      printed.table.title, size: (460, Double(max(2, bars.count / 2)) * 30),
      layers: [
        frame.layer(
          bars, mark: ["type": "bar", "stroke": .text(FigureFrame.ink), "strokeWidth": 0.8, "height": 18],
          ["x": x("zero"), "x2": ["field": "value"], "y": names, "color": FigureFrame.fill("fill")]),
        labels("left"), labels("right"), legend,
        frame.layer(
          [["zero": 0]], mark: ["type": "rule", "color": .text(FigureFrame.ink), "strokeWidth": 1.4],
          ["x": x("zero")]),
      ])
  }

  /// What the two greys are, below the axis.
  private var legend: JSONTree {
    let height = Double(max(2, bars.count / 2)) * 30
    let text = Labels.tornadoKey.text(frame.language)
    return frame.layer(
      [["label": .text(text)]], mark: ["type": "text", "align": "center", "baseline": "top"],
      ["x": ["value": 230], "y": ["value": .number(height + 48)], "text": ["field": "label"]])
  }
}
