import DoudiUnits

/// Terms named "INDICATOR" or "INDICATOR.area", found by indicator and area.
struct TermsByArea {
  private var general: [String: Term]
  private var special: [Indicators.NameArea: Term] = [:]

  init(_ terms: [String: Term]) {
    general = terms
    for (name, term) in terms {
      for area in Area.allCases where name.hasSuffix("." + area.id) {
        special[.init(String(name.dropLast(area.id.count + 1)), area)] = term
      }
    }
  }

  /// The term of the area, else the one for all areas.
  func term(_ name: String, _ area: Area) -> Term? { special[.init(name, area)] ?? general[name] }
}
