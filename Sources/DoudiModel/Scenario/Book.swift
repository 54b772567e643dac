public import DoudiInputs
public import DoudiUnits

/// A programme: what money is spent on.
public struct Programme: Hashable, Sendable {
  /// Identifier, English snake case.
  public let id: String
  /// Name.
  public let name: Bilingual
  /// basic, specialised, urgent, care, social or administration.
  public let family: String
  /// Identifier of the fund charged.
  public let fund: String
  /// Where the fund is named.
  public let fundSpan: SourceSpan
  /// Department that is responsible; nil: not said.
  public let department: (text: String, span: SourceSpan)?
  /// Target groups it is for.
  let groups: [(text: String, span: SourceSpan)]
  /// Identifiers of the target groups it is for.
  public var groupNames: [String] { groups.map(\.text) }
  /// Code of the expenditure classification, if given, and whether it was verified.
  public let classification: (code: String, name: String, isVerified: Bool)?

  /// Identifiers are unique.
  public static func == (a: Programme, b: Programme) -> Bool { a.id == b.id }
  /// By identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A named thing of a book: a fund or a group.
public struct NamedEntry: Hashable, Sendable {
  /// Identifier, English snake case.
  public let id: String
  /// Name.
  public let name: Bilingual
}

/// A mechanism that no rule computes, and why.
public struct RegisterEntry: Hashable, Sendable {
  /// Identifier of the mechanism.
  public let id: String
  /// The clause.
  public let citation: Citation
  /// monitored, taxonomy, timetable, eligibility, process or not_computable.
  public let treatment: String
  /// The reason in words.
  public let reason: Bilingual
  /// A target date, if the clause has one.
  public let deadline: String?
}

/// A rule as written, before its form has read it.
public struct RuleEntry: Sendable {
  /// Identifier.
  public let id: String
  /// Name of the form.
  public let form: String
  /// Name of the rule.
  public let name: Bilingual
  /// The clause.
  public let citation: Citation
  /// For limits.
  public let strictness: Strictness
  /// Off until a scenario enables it.
  public let isEnabled: Bool
  /// Rules of inherited books it takes the place of.
  public let replaces: [(id: String, span: SourceSpan)]
  /// All keys.
  let mapping: YAMLMapping
  /// Where it begins.
  public let span: SourceSpan
}

/// One policy book: what one place's documents say, as data.
public struct Book: Sendable {
  /// Identifier: code and name of the place.
  public let id: String
  /// Name of the place.
  public let name: Bilingual
  /// The place.
  public let region: RegionCode
  /// The place's own level of government, whatever its document calls itself.
  public let tier: Tier
  /// Path of the book it inherits from.
  public let inherits: (name: String, span: SourceSpan)?
  /// The documents by key.
  public let documents: [String: PolicyDocument]
  /// Funds.
  public let funds: [NamedEntry]
  /// Programmes.
  public let programmes: [Programme]
  /// Groups.
  public let groups: [NamedEntry]
  /// Departments.
  public let departments: [NamedEntry]
  /// What indicators are called where people read them.
  public let indicators: [NamedEntry]
  /// Ways in which the document divides what it orders.
  public let taxonomies: [Taxonomy]
  /// What its funds may be used for.
  public let fundUses: [FundUse]
  /// Rules in file order.
  public let rules: [RuleEntry]
  /// Mechanisms without a rule.
  public let register: [RegisterEntry]
  /// Canonical text of the parsed file, for hashing.
  let canonical: String
}
