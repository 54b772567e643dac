public import DoudiInputs
import DoudiUnits

/// How binding a limit is.
public enum Strictness: String, CaseIterable, Sendable {
  /// Must not be broken: `audit` fails.
  case hard
  /// "In principle": reported, does not fail.
  case soft
}

/// What every rule has, whatever its form.
public struct RuleHeader: Sendable {
  /// Identifier in its book (W01, L05a).
  public let id: String
  /// Name in both languages.
  public let name: Bilingual
  /// Clause behind it.
  public let citation: Citation
  /// How binding it is, for limits.
  public let strictness: Strictness
  /// Where the rule begins.
  public let span: SourceSpan
  /// Name of its form.
  public let form: String
  /// Terms it reads, for listings and traces.
  public let terms: [Term]
  /// What it reads of other rules and of the observations.
  public let reads: RuleReads

  /// A header.
  public init(
    id: String, name: Bilingual, citation: Citation, strictness: Strictness, span: SourceSpan,
    form: String, terms: [Term], reads: RuleReads
  ) {
    (self.id, self.name, self.citation) = (id, name, citation)
    (self.strictness, self.span, self.form) = (strictness, span, form)
    (self.terms, self.reads) = (terms, reads)
  }

  /// The mechanism's identifier: the rule's without the letter that tells parts of one
  /// mechanism apart (L05a and L05b are L05).
  public var mechanism: String {
    guard let last = id.last, last.isLowercase, id.count > 3 else { return id }
    return String(id.dropLast())
  }
}
