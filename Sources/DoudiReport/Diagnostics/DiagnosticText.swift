public import DoudiInputs

/// Diagnostics as people read them: place, message, the line in question, a caret, a hint.
public struct DiagnosticText {
  private let language: Language
  private let style: TextStyle
  private let loader: SourceLoader

  /// Columns of an excerpt; a longer line is cut around the place.
  static let excerptWidth = 100

  /// Texts with excerpts of the files that `loader` has read.
  public init(language: Language, style: TextStyle, loader: SourceLoader) {
    (self.language, self.style, self.loader) = (language, style, loader)
  }

  /// One diagnostic, several lines, no line end at its end.
  public func text(_ diagnostic: Diagnostic) -> String {
    let severity = Labels.severity(diagnostic.severity).text(language)
    let emphasis: TextStyle.Emphasis =
      switch diagnostic.severity {
      case .error: .bad
      case .warning: .doubtful
      case .note: .place
      }
    var lines = [
      style.text("\(severity)[\(diagnostic.code)]", emphasis)
        + " \(style.text("\(diagnostic.span)", .strong))  \(diagnostic.message.text(language))"
    ]
    lines += excerpt(diagnostic.span, emphasis)
    if let hint = diagnostic.hint {
      lines.append("   \(Labels.hint.text(language))\(hint.text(language))")
    }
    return lines.joined(separator: "\n")
  }

  private func excerpt(_ span: SourceSpan, _ emphasis: TextStyle.Emphasis) -> [String] {
    guard let line = loader.file(span.file)?.line(span.start.line), !line.isEmpty else { return [] }
    let scalars = Array(line.unicodeScalars).map { $0.value == 9 ? " " : $0 }
    let column = min(span.start.column - 1, scalars.count)
    let window = self.window(scalars, around: column)
    let before = DisplayWidth.of(String(String.UnicodeScalarView(scalars[window.lowerBound..<column])))
    let marked = scalars[column..<min(column + span.length, window.upperBound)]
    let carets = max(1, DisplayWidth.of(String(String.UnicodeScalarView(marked))))
    let lead = window.lowerBound > 0 ? "…" : ""
    let tail = window.upperBound < scalars.count ? "…" : ""
    let number = "\(span.start.line)"
    let blanks = String(repeating: " ", count: max(0, 5 - number.count))
    let shown = lead + String(String.UnicodeScalarView(scalars[window])) + tail
    let indent = String(repeating: " ", count: before + DisplayWidth.of(lead))
    return [
      style.text("\(blanks)\(number) | ", .faint) + shown,
      style.text(String(repeating: " ", count: max(5, number.count)) + " | ", .faint) + indent
        + style.text(String(repeating: "^", count: carets), emphasis),
    ]
  }

  /// The scalars that are shown: all of a short line, else a stretch around the place.
  private func window(_ scalars: [Unicode.Scalar], around column: Int) -> Range<Int> {
    var start = 0
    if scalars[..<column].reduce(0, { $0 + DisplayWidth.of($1) }) > Self.excerptWidth - 30 {
      start = max(0, column - 24)
    }
    var (end, width) = (start, 0)
    while end < scalars.count, width + DisplayWidth.of(scalars[end]) <= Self.excerptWidth {
      width += DisplayWidth.of(scalars[end])
      end += 1
    }
    return start..<max(end, column)
  }
}
