public import DoudiInputs

/// A way in which a document divides what it orders: target groups, tasks, kinds of hardship.
public struct Taxonomy: Sendable {
  /// One class.
  public struct Class: Sendable {
    /// Identifier.
    public let id: String
    /// Name.
    public let name: Bilingual
    /// Family of assistance it belongs to; nil: not said.
    public let family: String?
    /// Clauses of the book's own document whose rules it claims.
    let clauses: [(text: String, span: SourceSpan)]
    /// Rules it claims, before any other class.
    let rules: [(text: String, span: SourceSpan)]
    /// Programmes it claims.
    let programmes: [(text: String, span: SourceSpan)]
    /// Groups whose payments it claims.
    let groups: [(text: String, span: SourceSpan)]
    /// Department that leads; nil: not said.
    let lead: (text: String, span: SourceSpan)?
    /// Identifier of the department that leads.
    public var leadName: String? { lead?.text }
    /// Departments that take part; they carry no money.
    let with: [(text: String, span: SourceSpan)]
    /// Where it is written.
    let span: SourceSpan
  }

  /// Identifier.
  public let id: String
  /// Name.
  public let name: Bilingual
  /// The clause that lays it down.
  public let citation: Citation?
  /// True where classes may claim the same money.
  public let overlaps: Bool
  /// The classes in the document's order.
  public let classes: [Class]
  /// Document whose clauses the classes name.
  let document: PolicyDocument?
  /// Where it is written.
  let span: SourceSpan
}

/// A taxonomy with the payment rules each class claims.
public struct BoundTaxonomy: Sendable {
  /// The taxonomy.
  public let taxonomy: Taxonomy
  /// Positions of payment rules by class.
  public let claims: [[Int]]
}
