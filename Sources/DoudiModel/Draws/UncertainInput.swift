public import DoudiUnits

/// A parameter that is drawn: where it stands, and what a draw does to its value.
public struct UncertainInput: Hashable, Sendable {
  /// What a draw does to the parameter's own value.
  public enum Effect: String, Sendable, CaseIterable {
    /// Stands in its place.
    case replace
    /// Is added to it, in its unit.
    case add
    /// Multiplies it.
    case multiply
  }

  /// Name of the parameter, as `--set` takes it: "RULE.key", "growth.INDICATOR", "indicator.INDICATOR".
  public let name: String
  /// Leaf regions it is for, by code or name; empty: all.
  public let regions: Set<String>
  /// Areas it is for; empty: all.
  public let areas: Set<Area>
  /// What a draw does.
  public let effect: Effect

  /// An uncertain parameter.
  public init(
    name: String, regions: Set<String> = [], areas: Set<Area> = [], effect: Effect = .replace
  ) {
    (self.name, self.regions, self.areas, self.effect) = (name, regions, areas, effect)
  }

  func covers(_ cell: Cell) -> Bool {
    (regions.isEmpty || regions.contains(cell.region.text)) && (areas.isEmpty || areas.contains(cell.area))
  }

  /// The indicator whose growth or stand-in the parameter is; nil for a rule's own.
  var indicator: String? { Self.indicator(name) }

  /// The indicator behind "growth.NAME[.area]" and "indicator.NAME[.area]".
  static func indicator(_ name: String) -> String? {
    for prefix in ["growth.", "indicator."] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      for area in Area.allCases where rest.hasSuffix("." + area.id) {
        return String(rest.dropLast(area.id.count + 1))
      }
      return String(rest)
    }
    return nil
  }
}
