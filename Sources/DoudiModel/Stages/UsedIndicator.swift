public import DoudiInputs
public import DoudiUnits

/// An indicator a run has read for an area, and the newest figure there is.
public struct UsedIndicator: Hashable, Sendable {
  /// Name.
  public let name: String
  /// Region the figure has to be given for: the scenario's root, or a leaf for counts that a whole
  /// cannot hand down to its parts.
  public let region: RegionCode
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
  /// What the run has read of each indicator, by name, area and region.
  ///
  /// Counts that leaves have already observed (a census) are left out: they need no bringing.
  public var usedIndicators: [UsedIndicator] {
    let root = model.space.tree.root.code
    var keys = world.indicators.keysRead
    for start in world.startsRead { for area in [Area.urban, .rural] { keys.insert(.init(start, area)) } }
    return keys.sorted { ($0.name, $0.area) < ($1.name, $1.area) }.flatMap { key in
      let supplied = world.indicators.suppliedTerm(key.name, area: key.area)?.unit
      let isPartsOwn = supplied.map { !Indicators.isIntensive($0) } ?? isObservedByLeaves(key)
      let isStart = world.startsRead.contains(key.name)
      guard isPartsOwn || (isStart && isObservedByLeaves(key)) else { return [used(key, root, supplied)] }
      // A census stands; what starts a stock or a standard, or is a figure a head, grows old.
      guard !isObservedByLeaves(key) || isStart || isIntensive(key) else { return [] }
      return model.space.leaves.map { used(key, $0.code, supplied) }
    }
  }

  private func isIntensive(_ key: Indicators.NameArea) -> Bool {
    unit(key.name).map(Indicators.isIntensive) ?? false
  }

  /// The unit in which anybody gives the indicator.
  private func unit(_ name: String) -> Measure? {
    model.table.all.first { $0.indicator == name }?.unit
  }

  private func isObservedByLeaves(_ key: Indicators.NameArea) -> Bool {
    model.space.leaves.contains { leaf in
      leaf.code != model.space.tree.root.code
        && !model.table.series(key.name, region: leaf.code, area: key.area).isEmpty
    }
  }

  private func used(_ key: Indicators.NameArea, _ region: RegionCode, _ supplied: Measure?) -> UsedIndicator {
    let own = model.table.series(key.name, region: region, area: key.area)
    let series = own.isEmpty ? model.table.series(key.name, region: region, area: .all) : own
    return UsedIndicator(
      name: key.name, region: region, area: key.area, unit: series.last?.unit ?? supplied ?? unit(key.name),
      newest: series.last?.period, value: series.last?.value)
  }
}
