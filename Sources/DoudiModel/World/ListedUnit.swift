public import DoudiInputs
public import DoudiUnits

/// One village, township or other unit whose size is known.
public struct ListedUnit: Hashable, Sendable {
  /// Leaf region it lies in.
  public let region: RegionCode
  /// The indicator that counts units of its kind.
  public let kind: String
  /// Its name.
  public let name: String
  /// Residents; nil where not known.
  public let persons: Rational?
  /// Households; nil where not known.
  public let households: Rational?
  /// How far the figures can be relied on.
  public let status: Status
  /// Where its row stands.
  public let span: SourceSpan

  /// Its size in persons or households.
  func size(in unit: Measure) -> Rational? { unit.text == "households" ? households : persons }

  var canonicalText: String {
    "unit \(region),\(kind),\(name),\(persons?.exactText ?? ""),\(households?.exactText ?? ""),\(status.id)"
  }
}

/// The listed units by region and kind.
struct UnitTable: Sendable {
  private struct Key: Hashable {
    let region: RegionCode
    let kind: String
  }

  private let units: [Key: [ListedUnit]]

  init(_ units: [ListedUnit]) {
    self.units = Dictionary(grouping: units) { Key(region: $0.region, kind: $0.kind) }
  }

  /// The units of a kind in a region in the order of the list; nil where none is listed.
  func listed(_ kind: String, in region: RegionCode) -> [ListedUnit]? {
    units[Key(region: region, kind: kind)]
  }
}
