/// Collects the problems found while inputs are read.
///
/// Of one code in one file it keeps the first ``limitPerCode`` and counts the rest,
/// so that a column of a million bad figures does not print a million lines.
public final class DiagnosticBag {
  /// Most diagnostics of one code kept for one file.
  public static let limitPerCode = 100

  private struct Kind: Hashable {
    let file: String
    let code: String
  }

  private struct Finding: Hashable {
    let code: String
    let severity: Severity
    let span: SourceSpan
    let message: Bilingual
  }

  private var kept: Set<Diagnostic> = []
  private var known: Set<Finding> = []
  private var counts: [Kind: Int] = [:]

  /// True once an error was reported.
  public private(set) var hasErrors = false

  /// An empty bag.
  public init() {}

  /// Adds a diagnostic; the same one twice counts once, whatever its hint.
  public func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { hasErrors = true }
    let kind = Kind(file: diagnostic.span.file, code: diagnostic.code)
    let count = counts[kind, default: 0]
    let finding = Finding(
      code: diagnostic.code, severity: diagnostic.severity, span: diagnostic.span, message: diagnostic.message
    )
    if count >= Self.limitPerCode {
      if !known.contains(finding) { counts[kind] = count + 1 }
    } else if known.insert(finding).inserted {
      kept.insert(diagnostic)
      counts[kind] = count + 1
    }
  }

  /// Reports an error.
  public func error(_ code: String, at span: SourceSpan, _ message: Bilingual, hint: Bilingual? = nil) {
    report(Diagnostic(code: code, severity: .error, span: span, message: message, hint: hint))
  }

  /// Reports a warning.
  public func warning(_ code: String, at span: SourceSpan, _ message: Bilingual, hint: Bilingual? = nil) {
    report(Diagnostic(code: code, severity: .warning, span: span, message: message, hint: hint))
  }

  /// Reports a note.
  public func note(_ code: String, at span: SourceSpan, _ message: Bilingual, hint: Bilingual? = nil) {
    report(Diagnostic(code: code, severity: .note, span: span, message: message, hint: hint))
  }

  /// Everything reported, sorted by file, line, column and code, without duplicates.
  /// Where more than ``limitPerCode`` were found, a note says how many were left out.
  public var all: [Diagnostic] {
    var result = kept.sorted()
    for (kind, count) in counts where count > Self.limitPerCode {
      let last = result.last { $0.span.file == kind.file && $0.code == kind.code }
      guard let last else { continue }
      let rest = count - Self.limitPerCode
      let message = Bilingual(
        zh: "同样的问题还有 \(rest) 处，未逐一列出", en: "\(rest) more of the same kind are not listed")
      result.append(Diagnostic(code: kind.code, severity: .note, span: last.span, message: message))
    }
    return result.sorted()
  }
}
