import DoudiInputs

/// Range of all money by year: bands from 5 to 95 and from 25 to 75 %, median, the run nothing is drawn in,
/// and ceilings with the chance of exceeding them.
struct FanChart {
  /// Where its figures come from.
  struct Source {
    /// The fan of all regions and outputs, as its file has it.
    let fan: Table
    /// Chances, as their file has them.
    let chances: Table
    /// The fan of all money as it is printed, a row a year.
    let printed: Table
    /// Code of the whole.
    let root: String
  }

  private struct Year {
    let title: String
    let quantiles: [String: Double]
    let central: Double?
    let median: String
    let ceiling: (money: Double, chance: Double)?
  }

  private let frame: FigureFrame
  private let source: Source
  private let years: [Year]
  private static let height = 320.0
  private static let step = 150.0
  private static let levels = ["p05", "p25", "p50", "p75", "p95"]

  /// The figure of all money.
  static func figure(_ source: Source, form: PrintForm) -> Chart {
    let drawn = FanChart(source, FigureFrame(form: form))
    guard !drawn.years.isEmpty else { return .empty("fan", source.printed, Labels.noFanToDraw) }
    return Chart("fan", source.printed, sentence: Labels.fanFigure, spec: drawn.spec)
  }

  private init(_ source: Source, _ frame: FigureFrame) {
    (self.source, self.frame) = (source, frame)
    let (fan, chances) = (LongRows(source.fan), LongRows(source.chances))
    let printed = frame.form.print(source.printed)
    let scale = Double(frame.unit.yuan)
    years = fan.rows(where: ["region": source.root, "output": "total"]).compactMap { row in
      let year = fan.text(row, "year") ?? ""
      let pairs = Self.levels.compactMap { level in fan.number(row, level).map { (level, $0 / scale) } }
      guard pairs.count == Self.levels.count else { return nil }
      let ceiling = chances.rows(where: [
        "kind": "ceiling", "id": "total", "region": source.root, "year": year,
      ]).first.flatMap { found -> (Double, Double)? in
        guard let money = chances.number(found, "bound"), let share = chances.number(found, "probability")
        else { return nil }
        return (money / scale, share)
      }
      return Year(
        title: Labels.drawnYear(Int(year) ?? 0).text(frame.language),
        quantiles: Dictionary(pairs) { first, _ in first },
        central: fan.number(row, "central").map { $0 / scale },
        median: printed.text(row: year, column: "middle") ?? "", ceiling: ceiling)
    }
  }

  // MARK: the drawing

  private var width: Double { Self.step * Double(max(2, years.count)) }

  private var domain: (low: Double, high: Double) {
    let lows = years.flatMap { [$0.quantiles["p05"], $0.central, $0.ceiling?.money].compactMap { $0 } }
    let highs = years.flatMap { [$0.quantiles["p95"], $0.central, $0.ceiling?.money].compactMap { $0 } }
    let (low, high) = (lows.min() ?? 0, highs.max() ?? 1)
    let room = max(high - low, abs(high) / 100) / 8
    return (low < 0 ? low - room : max(0, low - room), high + room)
  }

  private var x: JSONTree {
    FigureFrame.names(
      "year",
      [
        "axis": ["title": .null, "labelAngle": 0, "labelFontSize": 13],
        "scale": years.count > 1 ? ["type": "point", "padding": 0.35] : ["type": "point", "padding": 0.5],
      ])
  }

  private func y(_ field: String) -> JSONTree {
    let (low, high) = domain
    return FigureFrame.quantity(
      field,
      [
        "axis": frame.axis(frame.unit.label),
        "scale": ["domain": [.number(low), .number(high)], "nice": false, "zero": false],
      ])
  }

  private var rows: [JSONTree] {
    years.map { year in
      let quantiles = Self.levels.map {
        JSONTree.Member(key: $0, value: .number(year.quantiles[$0] ?? .nan))
      }
      return .object(
        [.init(key: "year", value: .text(year.title))] + quantiles + [
          .init(key: "central", value: year.central.map { .number($0) } ?? .null),
          .init(key: "text", value: .text(year.median)),
        ])
    }
  }

  private func band(_ low: String, _ high: String, _ grey: String) -> JSONTree {
    let shape: JSONTree =
      years.count > 1 ? ["type": "area"] : ["type": "bar", "size": low == "p05" ? 90 : 60]
    let fill: JSONTree = ["color": .text(grey), "stroke": .text(FigureFrame.ink), "strokeWidth": 0.7]
    return frame.layer(rows, mark: shape.adding(fill), ["x": x, "y": y(low), "y2": ["field": .text(high)]])
  }

  private var spec: JSONTree {
    frame.spec(
      source.printed.title, size: (width, Self.height),
      layers: [
        band("p05", "p95", "#e4e4e4"), band("p25", "p75", "#b4b4b4"),
        frame.layer(
          rows,
          mark: [
            "type": "line", "color": .text(FigureFrame.ink), "strokeWidth": 2.4,
            "point": [
              "size": 60, "filled": true, "color": .text(FigureFrame.ink),
            ],
          ], ["x": x, "y": y("p50")]),
        frame.layer(
          rows,
          mark: [
            "type": "line", "color": .text(FigureFrame.ink), "strokeWidth": 1.6, "strokeDash": [2, 3],
            "point": [
              "size": 60, "filled": false, "fill": "white", "color": .text(FigureFrame.ink),
              "shape": "diamond",
            ],
          ], ["x": x, "y": y("central")]),
        frame.layer(
          rows, mark: ["type": "text", "dy": -14, "fontWeight": "bold"],
          ["x": x, "y": y("p50"), "text": ["field": "text"]]),
      ] + endLabels + ceilings)
  }

  /// What each line is, beside the last year.
  private var endLabels: [JSONTree] {
    guard let last = years.last else { return [] }
    var marks: [(at: Double, text: String)] = zip(Self.levels, Labels.fanLevels).map {
      (last.quantiles[$0] ?? 0, $1.text(frame.language))
    }
    if let central = last.central { marks.append((central, Labels.fanCentral.text(frame.language))) }
    marks.sort { $0.at < $1.at }
    let perPixel = (domain.high - domain.low) / Self.height
    let spots = LabelSpots.place(marks.map(\.at), gap: 16 * perPixel, in: domain.low...domain.high)
    let values: [JSONTree] = zip(marks, spots).map { mark, spot in
      ["at": .number(mark.at), "spot": .number(spot), "label": .text(mark.text)]
    }
    let edge = years.count > 1 ? width - 0.35 * width / (Double(years.count) - 0.3) : width / 2 + 45
    return [
      frame.layer(
        values, mark: ["type": "rule", "strokeWidth": 0.6, "color": .text(FigureFrame.ink)],
        [
          "x": ["value": .number(edge + 6)], "x2": ["value": .number(width + 6)], "y": y("at"),
          "y2": ["field": "spot"],
        ]),
      frame.layer(
        values, mark: ["type": "text", "align": "left"],
        ["x": ["value": .number(width + 10)], "y": y("spot"), "text": ["field": "label"]]),
    ]
  }

  /// A heavy rule over the year of a ceiling; below the year its money and the chance of exceeding it.
  private var ceilings: [JSONTree] {
    let found: [JSONTree] = years.compactMap { year in
      guard let ceiling = year.ceiling else { return nil }
      let money = NumberText.real(ceiling.money, places: frame.unit.places)
      let percent = NumberText.real(ceiling.chance * 100, places: 1)
      return [
        "year": .text(year.title), "ceiling": .number(ceiling.money), "probability": .number(ceiling.chance),
        "money": .text(Labels.ceilingMark(money).text(frame.language)),
        "chance": .text(Labels.chanceMark(percent).text(frame.language)),
      ]
    }
    guard !found.isEmpty else { return [] }
    let rule: JSONTree = [
      "type": "tick", "orient": "horizontal", "size": 110, "thickness": 3.5, "opacity": 1,
      "color": .text(FigureFrame.ink),
    ]
    return [frame.layer(found, mark: rule, ["x": x, "y": y("ceiling")])]
      + [("money", 38.0), ("chance", 56)].map { field, below in
        frame.layer(
          found, mark: ["type": "text", "baseline": "middle", "fontWeight": "bold"],
          ["x": x, "y": ["value": .number(Self.height + below)], "text": ["field": .text(field)]])
      }
  }
}
