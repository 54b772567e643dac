public import DoudiInputs
public import DoudiUnits

/// An indicator a run has read for an area, and the newest figure there is.
public struct UsedIndicator: Hashable, Sendable {
  /// Name.
  public let name: String
  /// Area.
  public let area: Area
  /// Unit of the newest figure; nil where the scenario stands in for it.
  public let unit: Measure?
  /// Period of the newest figure; nil where there is none.
  public let newest: Period?
  /// The newest figure for the scenario's root region, if it is given for the root.
  public let value: Rational?
}

extension Projection {
  /// What the run has read of each indicator, by name and area.
  public var usedIndicators: [UsedIndicator] {
    let root = model.space.tree.root.code
    var keys = world.indicators.keysRead
    for start in world.startsRead { for area in [Area.urban, .rural] { keys.insert(.init(start, area)) } }
    return keys.sorted { ($0.name, $0.area) < ($1.name, $1.area) }.map { key in
      let series =
        model.table.series(key.name, region: root, area: key.area).isEmpty
        ? model.table.series(key.name, region: root, area: .all)
        : model.table.series(key.name, region: root, area: key.area)
      let supplied = world.indicators.suppliedTerm(key.name, area: key.area)?.unit
      return UsedIndicator(
        name: key.name, area: key.area, unit: series.last?.unit ?? supplied, newest: series.last?.period,
        value: series.last?.value)
    }
  }
}
