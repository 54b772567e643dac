public import DoudiInputs
public import DoudiUnits

/// One thing that a model was told, under a name by which another model may have been told something else.
public struct ModelInput: Sendable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Horizon, book and other choices of the scenario.
    case scenario
    /// A rule that is on.
    case rule
    /// A value of a rule, a growth, a stand-in, a share of a fund, an amount set by decision.
    case parameter
    /// A datum that decides a limit.
    case datum
    /// Money sent from above.
    case transfer
    /// An observed figure.
    case observation
    /// A region.
    case region
  }

  /// What it was told.
  public enum Value: Sendable {
    /// Values by place and date.
    case term(Term)
    /// One figure.
    case figure(Rational, Measure)
    /// Words.
    case words(Bilingual)
  }

  /// Kind.
  public let kind: Kind
  /// Name, once in a kind.
  public let name: String
  /// What it is called; nil: its name says all.
  public let title: Bilingual?
  /// The value.
  public let value: Value
  /// How far it can be relied on; nil: that is no question.
  public let status: Status?
  /// The clause behind it.
  public let citation: Citation?
  /// Where the value comes from.
  public let source: String?
  /// Why it is what it is.
  public let why: Bilingual?
  /// True for a value that a scenario supplies or that is no document's.
  public let isSupplied: Bool
  /// One text for what is compared: values and status, not their reasons.
  public let content: String

  init(
    _ kind: Kind, _ name: String, title: Bilingual? = nil, _ value: Value, status: Status? = nil,
    citation: Citation? = nil, source: String? = nil, why: Bilingual? = nil, content: String? = nil
  ) {
    (self.kind, self.name, self.title, self.value) = (kind, name, title, value)
    (self.status, self.citation, self.source, self.why) = (status, citation, source, why)
    isSupplied = status.map { $0 >= .estimated } ?? true
    self.content = (content ?? Self.content(value)) + " " + (status?.id ?? "")
  }

  /// An observed figure.
  public init(_ seen: Observation) {
    let place = "\(seen.region)" + (seen.area == .all ? "" : "/\(seen.area.id)")
    self.init(
      .observation, "\(seen.indicator)@\(place) \(seen.period)", .figure(seen.value, seen.unit),
      status: seen.status, source: seen.source)
  }

  /// A parameter.
  init(_ term: Term, title: Bilingual?, citation: Citation?) {
    let branch = term.branches.last { $0.region == nil && $0.area == nil } ?? term.branches.first
    let origin = branch?.dated.last?.origin ?? branch?.indicator?.origin
    self.init(
      .parameter, term.name, title: title, .term(term), status: term.weakest, citation: citation,
      source: origin?.source, why: origin?.why)
  }

  private static func content(_ value: Value) -> String {
    switch value {
    case .term(let term): term.valueText(places: 18) + " " + term.unit.text
    case .figure(let value, let unit): value.exactText + " " + unit.text
    case .words(let words): words.en
    }
  }

  /// The name of money sent from above.
  static func name(of row: Transfer, fund: String) -> String {
    "\(fund) \(row.region) \(row.year) \(row.tier.id) \(row.batch)"
  }

  /// Value and unit as a table of inputs records them: every digit, so that another run can be told the same.
  public var recorded: (text: String, unit: String?) {
    switch value {
    case .term(let term): (term.valueText(places: 18), term.unit.text)
    case .figure(let value, let unit): (value.shortText(maximumPlaces: 18), unit.text)
    case .words: (String(content.dropLast(1 + (status?.id.count ?? 0))), nil)
    }
  }
}
