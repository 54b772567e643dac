import DoudiInputs

/// What all figures have in common: language, unit, fonts, greys, size of letters.
///
/// Figures are made for paper: greys with dark outlines and direct labels, no colour that carries meaning.
struct FigureFrame {
  let form: PrintForm
  var language: Language { form.language }
  var unit: MoneyUnit { form.unit }

  /// Fonts that have Chinese letters, on servers and on desks.
  static let fonts =
    "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, SimHei, WenQuanYi Zen Hei, sans-serif"
  /// Neighbours differ clearly on paper.
  static let greys = [
    "#3d3d3d", "#c4c4c4", "#7a7a7a", "#e6e6e6", "#575757", "#d4d4d4", "#939393", "#f2f2f2", "#ababab",
  ]
  /// Ink of letters and outlines.
  static let ink = "#111111"
  /// Rules of the grid.
  static let faint = "#dddddd"

  /// Ink that can be read on a grey.
  static func ink(on grey: String) -> String {
    let level = grey.dropFirst().prefix(2)
    return (Int(level, radix: 16) ?? 255) < 130 ? "#ffffff" : ink
  }

  /// A grey between light (0) and dark (1).
  static func grey(_ share: Double) -> String {
    let level = Int(250 - 190 * max(0, min(1, share)))
    let pair = String(decoding: [ByteBuffer.hex[level >> 4], ByteBuffer.hex[level & 15]], as: UTF8.self)
    return "#" + pair + pair + pair
  }

  /// A whole specification.
  /// - Parameters:
  ///   - title: "what · place and years · unit": the first part in bold, the rest below it.
  ///   - size: of the plot in pixels.
  ///   - layers: marks, one above the other.
  /// - Returns: the specification.
  func spec(_ title: Bilingual, size: (width: Double, height: Double), layers: [JSONTree]) -> JSONTree {
    let parts = title.text(language).split(separator: " · ", maxSplits: 1).map(String.init)
    return [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
      "background": "white", "padding": 8,
      "title": [
        "text": .text(parts.first ?? ""), "subtitle": .text(parts.count > 1 ? parts[1] : ""),
        "anchor": "start", "frame": "group", "fontSize": 15, "subtitleFontSize": 12,
        "subtitleColor": .text(Self.ink), "subtitlePadding": 4, "offset": 14,
      ],
      "width": .number(size.width), "height": .number(size.height),
      "layer": .list(layers), "config": Self.config,
    ]
  }

  private static let config: JSONTree = [
    "font": .text(fonts), "view": ["stroke": .null],
    "axis": [
      "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "labelColor": .text(ink),
      "titleColor": .text(ink), "labelLimit": 420, "gridColor": .text(faint), "domainColor": .text(ink),
      "tickColor": .text(ink),
    ],
    "text": ["fontSize": 12, "color": .text(ink)],
  ]

  /// One layer: data, mark, encoding.
  func layer(_ values: [JSONTree], mark: JSONTree, _ encoding: JSONTree) -> JSONTree {
    ["data": ["values": .list(values)], "mark": mark, "encoding": encoding]
  }

  /// A field of numbers.
  static func quantity(_ field: String, _ more: JSONTree = [:]) -> JSONTree {
    let base: JSONTree = ["field": .text(field), "type": "quantitative"]
    return base.adding(more)
  }

  /// A field of names in the order of the data.
  static func names(_ field: String, _ more: JSONTree = [:]) -> JSONTree {
    let base: JSONTree = ["field": .text(field), "type": "nominal", "sort": .null]
    return base.adding(more)
  }

  /// The colour that the data name.
  static func fill(_ field: String) -> JSONTree {
    ["field": .text(field), "type": "nominal", "scale": .null, "legend": .null]
  }

  /// An axis of money or of numbers with its name.
  func axis(_ title: Bilingual, ticks: Double = 6) -> JSONTree {
    ["title": .text(title.text(language)), "format": ",~f", "tickCount": .number(ticks)]
  }
}
