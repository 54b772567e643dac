public import DoudiUnits

/// What is to be explained: a figure's name and where and when.
public struct FigureQuery: Sendable {
  /// Kinds of figures.
  public enum Kind: String, CaseIterable, Sendable {
    /// An amount per person.
    case standard
    /// People of a group.
    case caseload
    /// Money of a programme.
    case ledger
    /// A verdict.
    case limit
    /// A value the scenario supplies.
    case assumption
  }

  /// Kind; nil: every kind that has the name.
  public var kind: Kind?
  /// Identifier.
  public var name: String
  /// Region; nil: the whole place.
  public var region: RegionCode?
  /// Area; nil: all of them.
  public var area: Area?
  /// Month; nil: see ``year``.
  public var month: Month?
  /// Year; nil: the whole horizon for money, its first year for standards and people.
  public var year: Int?

  /// The same figure in every area.
  var anyArea: FigureQuery {
    var copy = self
    copy.area = nil
    return copy
  }

  /// A query for "kind/name" or a bare name.
  public init(
    _ figure: String, region: RegionCode? = nil, area: Area? = nil, month: Month? = nil, year: Int? = nil
  ) {
    let parts = figure.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Kind(rawValue: parts[0]) {
      (self.kind, name) = (kind, parts[1])
    } else {
      (kind, name) = (nil, figure)
    }
    (self.region, self.area, self.month, self.year) = (region, area, month, year)
  }
}
