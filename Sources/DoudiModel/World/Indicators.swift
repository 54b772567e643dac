public import DoudiInputs
public import DoudiUnits

/// Observed and carried-forward figures, read by region, area and year.
///
/// A figure is looked for in this order: the region itself and the asked area; the
/// region's `all`; the same in each ancestor up to the nation (only for figures per head or
/// shares, which a parent shares with its parts); the scenario's own `indicator.NAME`. The
/// newest observation not after the asked year is carried forward by the growth the
/// scenario states, each year rounded half up to two decimals, the precision in which
/// such figures are published (rates and shares to six):
///
///     I(y) = round2( I(y-1) x (1 + g(y)) )
///
/// What is carried down or forward is never better than estimated.
public final class Indicators {
  /// How a carried figure came about.
  public struct Reading {
    /// Value and status in the asked unit.
    public let figure: Figure
    /// The observation it rests on, if any.
    public let observation: Observation?
    /// Years it was carried forward.
    public let carriedYears: Int
    /// Region whose figure was read, when it is not the asked one.
    public let readFrom: RegionCode?
  }

  /// A series that may speak for a place.
  struct Source {
    let series: ObservationTable.SeriesHandle
    /// True for the region's own series of the asked area.
    let isOwn: Bool
    /// Region above whose series it is; nil for the region's own.
    let readFrom: RegionCode?
  }

  private struct Key: Hashable {
    let name: String
    let region: RegionCode
    let area: Area
    let year: Int
  }

  /// Name and area of an indicator.
  public struct NameArea: Hashable, Sendable {
    /// Name.
    public let name: String
    /// Area.
    public let area: Area

    /// A pair.
    public init(_ name: String, _ area: Area) { (self.name, self.area) = (name, area) }
  }

  /// Every indicator and area read so far.
  public private(set) var keysRead: Set<NameArea> = []
  private var lastRead: NameArea?

  /// The observations.
  public let table: ObservationTable
  private let tree: RegionTree
  private let growth: TermsByArea
  private let supplied: TermsByArea
  /// Indicators for which an assumption stood in.
  private(set) var standInsRead: Set<String> = []
  private let perturbation: Perturbation?
  /// Observations in a unit that no rule can use where they are read, with the unit wanted.
  private(set) var misfits: [SourceSpan: (seen: Observation, wanted: Measure)] = [:]
  private var misfitPlaces: [String: Set<RegionCode>] = [:]
  /// What rules took from the table itself.
  private(set) var taken: Set<NameArea> = []
  private var carried: [Key: Figure] = [:]
  private var placesFrom: [RegionCode: [RegionCode]] = [:]
  private var sourcesFrom: [Key: [Source]] = [:]
  private let observed: Set<String>

  /// Readings over `table`.
  /// - Parameters:
  ///   - table: observations.
  ///   - tree: regions, for ancestors.
  ///   - growth: terms named "INDICATOR" or "INDICATOR.area", a share a year.
  ///   - supplied: terms named likewise that stand in for an indicator no source gives.
  ///   - perturbation: the assumption to move, if any.
  public init(
    table: ObservationTable, tree: RegionTree, growth: [String: Term], supplied: [String: Term],
    perturbation: Perturbation? = nil
  ) {
    (self.table, self.tree) = (table, tree)
    (self.growth, self.supplied) = (TermsByArea(growth), TermsByArea(supplied))
    self.perturbation = perturbation
    observed = table.indicators
  }

  /// The figure of a year in `unit` (nil: as observed); nil where nothing gives it.
  public func reading(
    _ name: String, region: RegionCode, area: Area, year: Int, unit: Measure?
  ) -> Reading? {
    note(NameArea(name, area))
    guard let found = resolve(name, region: region, area: area, year: year) else { return nil }
    guard let unit else { return found }
    guard let factor = factor(of: found, name: name, area: area, to: unit) else {
      if let seen = found.observation { noteMisfit(seen, wanted: unit, name, region) }
      return nil
    }
    guard factor != .one else { return found }
    return Reading(
      figure: Figure(found.figure.value * factor, found.figure.status),
      observation: found.observation, carriedYears: found.carriedYears, readFrom: found.readFrom)
  }

  /// Remembers an observation that is there, but in a unit that does not convert to the one wanted.
  func noteMisfit(_ seen: Observation, wanted: Measure, _ name: String, _ region: RegionCode) {
    misfits[seen.span] = (seen, wanted)
    misfitPlaces[name, default: []].insert(region)
  }

  /// Remembers an observation taken from the table as it stands, not carried to any year.
  func noteTaken(_ seen: Observation) {
    taken.insert(NameArea(seen.indicator, seen.area))
  }

  /// True where a region's figure is there, but in a unit that does not fit.
  func isMisfit(_ name: String, region: RegionCode) -> Bool { misfitPlaces[name]?.contains(region) ?? false }

  private func note(_ key: NameArea) {
    guard key != lastRead else { return }
    keysRead.insert(key)
    lastRead = key
  }

  private func factor(of reading: Reading, name: String, area: Area, to unit: Measure) -> Rational? {
    let own = reading.observation?.unit ?? suppliedTerm(name, area: area)?.unit
    return own?.factor(to: unit)
  }

  private func resolve(_ name: String, region: RegionCode, area: Area, year: Int) -> Reading? {
    if let (seen, source) = observation(name, region: region, area: area, year: year) {
      return carry(seen, name: name, for: region, area: area, to: year, readFrom: source.readFrom)
    }
    return stated(name, region: region, area: area, year: year)
  }

  /// The observation that speaks for a place and year, and its series.
  func observation(_ name: String, region: RegionCode, area: Area, year: Int) -> (Observation, Source)? {
    for source in sources(name, region: region, area: area) {
      guard let seen = table.latest(source.series, notAfter: .year(year)) else { continue }
      // A total of the parent says nothing about one of its parts.
      if !source.isOwn && !Self.isIntensive(seen.unit) { continue }
      return (seen, source)
    }
    return nil
  }

  /// The series that may speak for a place, the nearest first: the region's own of the asked area, its
  /// `all`, the same of each region above it. Found once for each place.
  func sources(_ name: String, region: RegionCode, area: Area) -> [Source] {
    let key = Key(name: name, region: region, area: area, year: 0)
    if let known = sourcesFrom[key] { return known }
    var found: [Source] = []
    for (step, place) in places(from: region).enumerated() {
      for candidate in area == .all ? [Area.all] : [area, .all] {
        guard let series = table.handle(name, region: place, area: candidate) else { continue }
        found.append(
          Source(
            series: series, isOwn: step == 0 && candidate == area, readFrom: step > 0 ? place : nil))
      }
    }
    sourcesFrom[key] = found
    return found
  }

  /// The region, its ancestors in the tree, and above the root those that its code names: the
  /// prefecture's, the province's and the nation's.
  private func places(from region: RegionCode) -> [RegionCode] {
    if let known = placesFrom[region] { return known }
    var places = [region] + tree.ancestors(of: region).map(\.code)
    for above in Self.above(places.last ?? region) where !places.contains(above) { places.append(above) }
    placesFrom[region] = places
    return places
  }

  /// The prefecture, the province and the nation that a code names.
  static func above(_ root: RegionCode) -> [RegionCode] {
    let head = root.text.prefix(6)
    return [head.prefix(4) + "00", head.prefix(2) + "0000", "100000"].compactMap { RegionCode(String($0)) }
  }

  /// True for figures per head, shares and the like, which a part shares with its whole.
  static func isIntensive(_ unit: Measure) -> Bool {
    unit.text.utf8.contains(UInt8(ascii: "/")) || unit.isShare
  }

  /// True where an urban or rural figure of the indicator is given for the region or one above it.
  func hasAreas(_ name: String, for region: RegionCode) -> Bool {
    places(from: region).contains { place in
      [Area.urban, .rural].contains { table.handle(name, region: place, area: $0) != nil }
    }
  }

  private func stated(_ name: String, region: RegionCode, area: Area, year: Int) -> Reading? {
    guard let term = suppliedTerm(name, area: area),
      let figure = value(term, region: region, area: area, month: Month(year: year, month: 12))
    else { return nil }
    standInsRead.insert(name)
    return Reading(figure: figure, observation: nil, carriedYears: 0, readFrom: nil)
  }

  private func carry(
    _ seen: Observation, name: String, for region: RegionCode, area: Area, to year: Int, readFrom: RegionCode?
  ) -> Reading? {
    let years = year - seen.period.year
    var figure = Figure(seen.value, readFrom == nil ? seen.status : max(seen.status, .estimated))
    if years > 0 {
      guard let rate = growthTerm(name, area: area) else { return held(seen, for: years, readFrom: readFrom) }
      // A growth stated for the asked region carries a parent's figure, too.
      let place = rate.branches.contains { $0.region == region } ? region : seen.region
      // Many parts share one parent's figure: it is carried once.
      let key = Key(name: name, region: seen.region, area: area, year: year)
      let isShared = readFrom != nil && place == seen.region
      if isShared, let known = carried[key] {
        return Reading(figure: known, observation: seen, carriedYears: years, readFrom: readFrom)
      }
      figure.status = max(figure.status, .estimated)
      // Rates and shares have more places that count than sums of money and numbers of people.
      let isRate = !seen.unit.isMoney && !seen.unit.isPersons && !seen.unit.isHouseholds
      let places = isRate ? 6 : 2
      for step in 1...years {
        let month = Month(year: seen.period.year + step, month: 12)
        guard let g = value(rate, region: place, area: area, month: month) else { return nil }
        figure.value = (figure.value * (.one + share(g.value, rate.unit))).rounded(toPlaces: places)
        figure.status = max(figure.status, g.status)
      }
      if isShared { carried[key] = figure }
    }
    return Reading(figure: figure, observation: seen, carriedYears: max(0, years), readFrom: readFrom)
  }

  /// The number of townships, villages or beds stays until a newer one is observed; people and money
  /// do not, and need a growth.
  private func held(_ seen: Observation, for years: Int, readFrom: RegionCode?) -> Reading? {
    let unit = seen.unit
    guard !unit.isMoney, !unit.isPersons, !unit.isHouseholds, !Self.isIntensive(unit) else { return nil }
    return Reading(
      figure: Figure(seen.value, max(seen.status, .estimated)), observation: seen, carriedYears: 0,
      readFrom: readFrom)
  }

  private func share(_ value: Rational, _ unit: Measure) -> Rational {
    value * (unit.shareFactor ?? .one)
  }

  /// True where some region has an observation of this name.
  func isObserved(_ name: String) -> Bool { observed.contains(name) }

  /// Takes over where another run has found its series.
  func adopt(_ other: Indicators) { (placesFrom, sourcesFrom) = (other.placesFrom, other.sourcesFrom) }

  /// The assumption that is moved, if one is.
  var movedAssumption: Int? { perturbation?.assumption }

  /// True while an assumption is moved.
  public var isPerturbed: Bool { perturbation != nil }

  /// The growth assumption for an indicator and area.
  public func growthTerm(_ name: String, area: Area) -> Term? {
    growth.term(name, area)
  }

  /// The assumption that stands in for an indicator and area.
  public func suppliedTerm(_ name: String, area: Area) -> Term? {
    supplied.term(name, area)
  }

  /// A term's value, moved if the perturbation says so; indicator references are not followed.
  func value(_ term: Term, region: RegionCode, area: Area, month: Month) -> Figure? {
    guard
      let branch = term.branch(for: Cell(leaf: 0, region: region, area: area)),
      let dated = branch.inForce(at: month)
    else { return nil }
    return moved(dated, unit: term.unit)
  }

  func moved(_ dated: DatedFigure, unit: Measure) -> Figure {
    moved(dated.figure, by: dated.origin, unit: unit)
  }

  /// A figure, moved where the perturbation is of the assumption it comes from.
  func moved(_ figure: Figure, by origin: TermOrigin, unit: Measure) -> Figure {
    guard let perturbation, origin.assumption == perturbation.assumption else { return figure }
    return Figure(perturbation.moved(figure.value, unit: unit), figure.status)
  }
}
