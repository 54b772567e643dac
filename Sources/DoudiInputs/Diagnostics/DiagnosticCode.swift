/// An entry of the catalogue of diagnostics: what a code stands for.
///
/// DD10xx files and encoding, DD11xx YAML and values, DD12xx CSV, observations and
/// regions. Other targets add their own lists (DD13xx and up).
public struct DiagnosticCode: Hashable, Sendable {
  /// "DD" and four digits.
  public let id: String
  /// What is wrong, in general words.
  public let meaning: Bilingual

  /// An entry with its meaning in both languages.
  public init(_ id: String, zh: String, en: String) {
    self.id = id
    meaning = Bilingual(zh: zh, en: en)
  }
}

extension DiagnosticBag {
  /// Reports an error by its catalogue entry.
  public func error(
    _ code: DiagnosticCode, at span: SourceSpan, _ message: Bilingual, hint: Bilingual? = nil
  ) {
    error(code.id, at: span, message, hint: hint)
  }

  /// Reports a note by its catalogue entry.
  public func note(
    _ code: DiagnosticCode, at span: SourceSpan, _ message: Bilingual, hint: Bilingual? = nil
  ) {
    note(code.id, at: span, message, hint: hint)
  }

  /// Reports an error whose message is the meaning of its code.
  func error(_ code: DiagnosticCode, at span: SourceSpan, hint: Bilingual? = nil) {
    error(code.id, at: span, code.meaning, hint: hint)
  }
}
