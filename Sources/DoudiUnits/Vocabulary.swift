/// Where a cell's people live: the second half of the key (region, area).
public enum Area: UInt8, CaseIterable, Comparable, Sendable {
  /// Urban residents (城镇).
  case urban
  /// Rural residents (农村).
  case rural
  /// No distinction.
  case all

  /// The identifier used in files: urban, rural, all.
  public var id: String {
    switch self {
    case .urban: "urban"
    case .rural: "rural"
    case .all: "all"
    }
  }

  /// Reads an ``id``.
  public init?(id: some StringProtocol) {
    guard let found = Area.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// urban < rural < all.
  public static func < (a: Area, b: Area) -> Bool { a.rawValue < b.rawValue }
}

/// How far a figure can be relied on; the order is from firm to weak.
///
/// A result is as weak as its weakest input.
public enum Status: UInt8, CaseIterable, Comparable, Sendable {
  /// Written in a policy document.
  case stated
  /// Read in a published source.
  case observed
  /// Computed from observed figures by a stated method.
  case estimated
  /// Left to the place by the document and not yet supplied.
  case open
  /// Supplied by the scenario without a source that gives it.
  case assumed

  /// The identifier used in files and in JSON.
  public var id: String {
    switch self {
    case .stated: "stated"
    case .observed: "observed"
    case .estimated: "estimated"
    case .open: "open"
    case .assumed: "assumed"
    }
  }

  /// Reads an ``id``.
  public init?(id: some StringProtocol) {
    guard let found = Status.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// From firm to weak.
  @inlinable public static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
}

/// A level of government that pays, from the centre down.
public enum Tier: UInt8, CaseIterable, Comparable, Sendable {
  /// Central government (中央).
  case central
  /// Province, autonomous region or municipality (省级).
  case province
  /// Prefecture-level city or prefecture (市级).
  case prefecture
  /// County, district or county-level city (县级).
  case county
  /// Township, town or street (镇街).
  case township

  /// The identifier used in files and in JSON.
  public var id: String {
    switch self {
    case .central: "central"
    case .province: "province"
    case .prefecture: "prefecture"
    case .county: "county"
    case .township: "township"
    }
  }

  /// Reads an ``id``.
  public init?(id: some StringProtocol) {
    guard let found = Tier.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// From the centre down.
  public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}
