public import DoudiInputs
public import DoudiUnits

/// One household by which a scenario tries a rule: nothing is budgeted from it.
public struct HouseholdCase: Hashable, Sendable {
  /// Leaf region it lives in.
  public let region: RegionCode
  /// Urban, rural or the whole region.
  public let area: Area
  /// Its name in the list.
  public let name: String
  /// Members.
  public let persons: Rational
  /// Income in CNY per person and month; nil where not known.
  public let income: Rational?
  /// Necessary outlays in CNY per person and month; nil where not known.
  public let outlay: Rational?
  /// Grant in CNY; nil where there is none.
  public let grant: Rational?
  /// Where its row stands.
  public let span: SourceSpan

  var canonicalText: String {
    let figures = [persons, income, outlay, grant].map { $0?.exactText ?? "" }
    return "case \(region),\(area.id),\(name),\(figures.joined(separator: ","))"
  }
}
