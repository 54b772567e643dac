public import DoudiInputs

/// A policy document.
public struct PolicyDocument: Hashable, Sendable {
  /// Title as printed.
  public let title: String
  /// Document number, or the words that stand for a missing one.
  public let number: String
  /// Day of issue, YYYY-MM-DD.
  public let issued: String
  /// Last day of validity, or "unknown".
  public let validUntil: String
  /// Day on which it was last seen to be in force, or "unknown".
  public let verified: String
  /// Where it was read, if not the document itself.
  public let source: String?

  /// A document.
  public init(
    title: String, number: String, issued: String, validUntil: String, verified: String,
    source: String?
  ) {
    (self.title, self.number, self.issued) = (title, number, issued)
    (self.validUntil, self.verified, self.source) = (validUntil, verified, source)
  }
}

/// The clause behind a rule.
public struct Citation: Hashable, Sendable {
  /// The document.
  public let document: PolicyDocument
  /// Clause as the document numbers it.
  public let clause: String
  /// A short phrase of the clause.
  public let quote: String
  /// What the clause says in our own words, where it is not quoted; empty where it is.
  public let sense: String
  /// Where the rule is written down as data.
  public let span: SourceSpan

  /// A citation.
  public init(document: PolicyDocument, clause: String, quote: String, sense: String = "", span: SourceSpan) {
    (self.document, self.clause, self.quote, self.span) = (document, clause, quote, span)
    self.sense = sense
  }

  /// The words of the clause, or ours for them.
  public var words: String { quote.isEmpty ? sense : quote }
}
