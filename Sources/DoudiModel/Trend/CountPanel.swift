public import DoudiInputs
public import DoudiUnits

/// Yearly counts of one group in several regions of one area, up to a last year.
///
///     g(i, y) = ln(N(i, y) / N(i, y-1))
///     G(y)    = ln(sum of N(i, y) / sum of N(i, y-1))      over the regions that have both years
///
/// Years after the last one are not in here, so that nothing fitted to a panel can have seen them.
public struct CountPanel: Sendable {
  /// The regions.
  public let regions: [RegionCode]
  /// First year of which there is any count; the year after ``last`` where there is none.
  public let first: Int
  /// Last year that may be looked at.
  public let last: Int
  /// Persons by region, then by year from ``first``; 0 where there is no count.
  private let counts: [[Double]]

  /// Counts by region and year.
  /// - Parameters:
  ///   - regions: the regions.
  ///   - counts: persons by year for each of them; what is not above zero does not count.
  ///   - last: the last year that may be looked at; counts of later years are dropped.
  public init(regions: [RegionCode], counts: [[Int: Double]], through last: Int) {
    (self.regions, self.last) = (regions, last)
    let known = counts.map { $0.filter { $0.key <= last && $0.value > 0 && $0.value.isFinite } }
    let first = known.flatMap(\.keys).min() ?? last + 1
    self.first = first
    self.counts = known.map { row in (first..<last + 1).map { row[$0] ?? 0 } }
  }

  /// The counts of an indicator in a table.
  public init(
    _ table: ObservationTable, indicator: String, regions: [RegionCode], area: Area, through last: Int
  ) {
    let counts = regions.map { region in
      Self.yearly(table, indicator, region, area).reduce(into: [Int: Double]()) { $0[$1.year] = $1.persons }
    }
    self.init(regions: regions, counts: counts, through: last)
  }

  /// The lowest regions of a tree of which there are counts of at least two years up to `last`; besides,
  /// of one year where neither a region above nor one below has two.
  public static func regions(
    of tree: RegionTree, in table: ObservationTable, indicator: String, area: Area, through last: Int
  ) -> [RegionCode] {
    var years: [RegionCode: Int] = [:]
    for region in tree.regions {
      years[region.code] = yearly(table, indicator, region.code, area).filter { $0.year <= last }.count
    }
    let several = lowest(tree.regions.map(\.code).filter { (years[$0] ?? 0) >= 2 }, tree)
    let found = Set(several)
    let above = Set(several.flatMap { tree.ancestors(of: $0).map(\.code) })
    let once = tree.regions.map(\.code).filter { code in
      years[code] == 1 && !above.contains(code)
        && !tree.ancestors(of: code).contains { found.contains($0.code) }
    }
    return (several + lowest(once, tree)).sorted()
  }

  /// Those that lie above no other.
  private static func lowest(_ codes: [RegionCode], _ tree: RegionTree) -> [RegionCode] {
    let above = Set(codes.flatMap { tree.ancestors(of: $0).map(\.code) })
    return codes.filter { !above.contains($0) }
  }

  /// Persons of a region in a year; nil where there is no count above zero.
  public func count(_ region: Int, _ year: Int) -> Double? {
    guard year >= first, year <= last else { return nil }
    let value = counts[region][year - first]
    return value > 0 ? value : nil
  }

  /// g(i, y); nil where one of the two years is missing.
  public func change(_ region: Int, _ year: Int) -> Double? {
    guard let now = count(region, year), let before = count(region, year - 1) else { return nil }
    return PortableMath.log(now / before)
  }

  /// G(y); nil where no region has both years.
  public func commonChange(_ year: Int) -> Double? {
    var (now, before) = (0.0, 0.0)
    for region in regions.indices {
      guard let a = count(region, year), let b = count(region, year - 1) else { continue }
      (now, before) = (now + a, before + b)
    }
    return before > 0 ? PortableMath.log(now / before) : nil
  }

  /// The last year with changes of at least half as many regions as the year that has most.
  public var lastWellKnown: Int? {
    let known = (first..<last + 1).map { year in
      (year: year, regions: regions.indices.filter { change($0, year) != nil }.count)
    }
    let most = known.map(\.regions).max() ?? 0
    return known.last { $0.regions > 0 && 2 * $0.regions >= most }?.year
  }

  private static func yearly(
    _ table: ObservationTable, _ indicator: String, _ region: RegionCode, _ area: Area
  ) -> [(year: Int, persons: Double)] {
    table.series(indicator, region: region, area: area).compactMap { seen in
      guard case .year(let year) = seen.period else { return nil }
      let factor = seen.unit.factor(to: Units.persons) ?? .one
      return (year, (seen.value * factor).double)
    }
  }
}
