public import DoudiInputs
public import DoudiUnits

/// The budget and the outturn of the year before the horizon, as a scenario brings them.
public struct LastYear: Sendable {
  /// One row: figures of a programme in a region.
  public struct Entry: Sendable {
    /// Region, a leaf or a parent.
    public let region: RegionCode
    /// Position of the programme.
    public let programme: Int
    /// What was budgeted; nil: not given.
    public let budget: Money?
    /// What was paid; nil: not given.
    public let outturn: Money?
    /// How far it can be relied on.
    public let status: Status
    /// Where it comes from.
    public let source: String
    /// Where the row stands.
    public let span: SourceSpan
  }

  /// The year.
  public let year: Int
  /// The rows.
  public let entries: [Entry]

  private let places: [Key: Int]

  private struct Key: Hashable {
    let region: RegionCode
    let programme: Int
  }

  /// A year's rows.
  public init(year: Int, entries: [Entry]) {
    (self.year, self.entries) = (year, entries)
    let keys = entries.enumerated().map { (Key(region: $1.region, programme: $1.programme), $0) }
    places = Dictionary(keys) { first, _ in first }
  }

  /// The row of a region and programme.
  func entry(_ region: RegionCode, _ programme: Int) -> Entry? {
    places[Key(region: region, programme: programme)].map { entries[$0] }
  }

  /// A figure of a region: its own, or else the sum of those of its parts, if each of them has one.
  public func figure(
    _ key: KeyPath<Entry, Money?>, programme: Int, region: RegionCode, tree: RegionTree
  ) -> Money? {
    if let own = entry(region, programme) { return own[keyPath: key] }
    let parts = tree.children(of: region)
    let found = parts.compactMap { figure(key, programme: programme, region: $0.code, tree: tree) }
    return parts.isEmpty || found.count < parts.count ? nil : found.reduce(.zero, +)
  }

  /// The weakest status among the rows; nil where there is none.
  public var status: Status? { entries.map(\.status).max() }

  /// One line a row, for hashing.
  var canonical: [String] {
    entries.map {
      let (budget, outturn) = ($0.budget.map { "\($0.fen)" } ?? "", $0.outturn.map { "\($0.fen)" } ?? "")
      return "\($0.region),\($0.programme),\(budget),\(outturn),\($0.status.id),\($0.source)"
    }.sorted()
  }
}
