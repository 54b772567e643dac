import DoudiUnits

/// A unit taken apart: one part on top, the others below.
struct MeasureShape: Sendable {
  let top: MeasurePart
  let per: [MeasurePart]

  init(top: MeasurePart, per: [MeasurePart] = []) {
    self.top = top
    self.per = per.sorted { $0.kind.rawValue < $1.kind.rawValue }
  }

  /// Reads "top/per/per"; at most three parts, no two of a kind below, "1/..." only with something below.
  init?(parsing text: String) {
    guard text.utf8.count <= 64 else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(Self.trimmed)
    guard let first = parts.first, parts.count <= 4, let top = MeasurePart.byName[first] else { return nil }
    var per: [MeasurePart] = []
    for name in parts.dropFirst() {
      guard let part = MeasurePart.byName[name], part.kind != .number, part.kind != .money,
        !per.contains(where: { $0.kind == part.kind })
      else { return nil }
      per.append(part)
    }
    self.init(top: top, per: per)
  }

  /// Value of one such unit in basic units (CNY, persons, months, 1).
  var scale: Rational {
    per.reduce(top.scale) { $0 / $1.scale }
  }

  var text: String {
    ([top.plural] + per.map(\.singular)).joined(separator: "/")
  }

  /// Blanks at both ends off, runs of blanks inside to one, ASCII letters to lower case.
  static func trimmed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }).joined(separator: " ").lowercased()
  }
}
