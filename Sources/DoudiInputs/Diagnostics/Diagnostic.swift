/// How much a diagnostic matters.
public enum Severity: String, Sendable {
  /// The input cannot be used.
  case error
  /// The input can be used but is probably not what was meant.
  case warning
  /// Something worth knowing.
  case note
}

/// One problem of an input, with its place.
public struct Diagnostic: Hashable, Sendable {
  /// Code of the catalogue, "DD1107".
  public let code: String
  /// How much it matters.
  public let severity: Severity
  /// Where it is.
  public let span: SourceSpan
  /// What is wrong.
  public let message: Bilingual
  /// What to do about it.
  public let hint: Bilingual?

  /// A problem at a place.
  public init(
    code: String, severity: Severity, span: SourceSpan, message: Bilingual, hint: Bilingual? = nil
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: Comparable {
  /// By file, line, column, code; then by text so that the order never depends on chance.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.span.file != b.span.file { return a.span.file < b.span.file }
    if a.span.start != b.span.start { return a.span.start < b.span.start }
    if a.code != b.code { return a.code < b.code }
    if a.severity != b.severity { return a.severity.rawValue < b.severity.rawValue }
    return a.message.en < b.message.en
  }
}
