/// Emphasis of a terminal; plain where there is none.
public struct TextStyle: Sendable {
  /// False where output is no terminal or NO_COLOR is set.
  public let isColoured: Bool

  /// A style.
  public init(isColoured: Bool) { self.isColoured = isColoured }

  /// Without emphasis.
  public static let plain = TextStyle(isColoured: false)

  /// The style for a stream: emphasis only on a terminal that can show it, unless NO_COLOR is
  /// set to something.
  public static func detected(isTerminal: Bool, environment: (String) -> String?) -> TextStyle {
    let refused = !(environment("NO_COLOR") ?? "").isEmpty || environment("TERM") == "dumb"
    return TextStyle(isColoured: isTerminal && !refused)
  }

  /// Kinds of emphasis.
  public enum Emphasis: String, Sendable {
    /// Headings, totals.
    case strong = "1"
    /// What may be skipped.
    case faint = "2"
    /// Errors, broken limits.
    case bad = "31"
    /// Warnings, undecidable limits.
    case doubtful = "33"
    /// What holds.
    case good = "32"
    /// Places in files.
    case place = "36"
  }

  /// The text with emphasis.
  public func text(_ text: String, _ emphasis: Emphasis) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
  }
}
