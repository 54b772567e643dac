/// Breaks long lines where a reader would.
enum LineWrap {
  /// Pieces of at most `width` columns: Latin words stay whole where they fit, Chinese breaks
  /// anywhere but not before a closing mark. A word of more columns is cut.
  /// - Parameters:
  ///   - text: one line.
  ///   - width: columns.
  ///   - hanging: lets a closing mark stand beyond the last column.
  /// - Returns: the pieces.
  static func lines(_ text: String, width: Int, hanging: Bool = true) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text).flatMap({ cut($0, width) }) {
      let isTooLong = DisplayWidth.of(line) + DisplayWidth.of(piece) > width
      if isTooLong, !line.isEmpty, !(hanging && startsWithClosingMark(piece)) {
        lines.append(trimmed(line))
        line = ""
      }
      line += line.isEmpty && piece == " " ? "" : piece
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// A word in parts that fit.
  private static func cut(_ word: String, _ width: Int) -> [String] {
    guard DisplayWidth.of(word) > max(2, width) else { return [word] }
    var parts = [""]
    for scalar in word.unicodeScalars {
      if DisplayWidth.of(parts[parts.count - 1]) + DisplayWidth.of(scalar) > width { parts.append("") }
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts
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
