/// Breaks long lines where a reader would.
enum LineWrap {
  /// Pieces of at most `width` columns: Latin words stay whole where they fit, Chinese breaks
  /// anywhere but not before a closing mark.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      let isTooLong = DisplayWidth.of(line) + DisplayWidth.of(piece) > width
      if isTooLong, !line.isEmpty, !startsWithClosingMark(piece) {
        lines.append(trimmed(line))
        line = ""
      }
      line += line.isEmpty && piece == " " ? "" : piece
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// Words with nothing between them: runs of Latin, single blanks, single wide characters.
  private static func pieces(_ text: String) -> [String] {
    var found: [String] = []
    var isRun = false
    for scalar in text.unicodeScalars {
      let single = scalar == " " || DisplayWidth.of(scalar) == 2
      if single || !isRun { found.append("") }
      found[found.count - 1].unicodeScalars.append(scalar)
      isRun = !single
    }
    return found
  }

  private static func startsWithClosingMark(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "，。；：、）》」』”’！？,.;:)".unicodeScalars.contains($0) } ?? false
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
