public import DoudiInputs
public import DoudiUnits

/// What every form may look at: cells, dates, parameters and indicators.
///
/// A world belongs to one run. It is filled stage by stage; a form reads only what
/// earlier stages have written.
public final class World {
  /// The cells.
  public let space: CellSpace
  /// Months that are reported.
  public let horizon: Horizon
  /// Observations and their carrying forward.
  public let indicators: Indicators
  private let terms: TermValues
  let readings: ReadingTables
  /// Units whose size the scenario lists.
  var units = UnitTable([])
  /// Amounts by rule position, in CNY per person and month.
  public var amounts: [AmountHistory] = []
  /// Back-pay window of each amount; nil: rises are paid at once.
  public var backPayWindows: [BackPayWindow?] = []
  /// Programme charged by each payment rule.
  public var programmeOfRule: [Int] = []
  /// Position of each amount by the identifier of the rule that gives it.
  public var amountPosition: [String: Int] = [:]
  /// Groups by position.
  public var groups: [GroupHistory] = []
  /// Bound forms by rule identifier, for the few forms that continue another rule.
  public var forms: [String: any Sendable] = [:]
  /// Indicators from which stocks have started.
  public var startsRead: Set<String> = []
  /// Part and whole of each rate that a rule steers, by rule identifier.
  public var rates: [String: RateHistory] = [:]
  /// Balances of reserves by rule identifier, then by leaf and year.
  public var reserves: [String: [ReserveYear]] = [:]
  /// Counts from which stocks start, by rule identifier.
  var starts: [String: [StartingStock.Found?]] = [:]
  /// The finished run of which this one repeats a part; nil for a full run.
  private(set) var base: World?
  /// Indicators whose figures differ from the base run's.
  private(set) var movedIndicators: Set<String> = []
  /// Sums by payment rule where they are wanted instead of lines; nil where lines are kept.
  var sums: [Int64]?
  /// What programmes that others read have paid, by rule, leaf and month.
  var payouts = Payouts()
  /// The ledger as far as it is written.
  public var ledger = Ledger()
  /// What could not be computed; reported once per place.
  public var faults: [RunFault] = []
  private var faultsSeen: Set<RunFault> = []
  /// Indicators of months of which one was missing.
  private(set) var monthlyMissing: Set<String> = []
  /// Most faults that are kept; they are shown by indicator.
  static let faultLimit = 20_000

  /// An empty world.
  /// - Parameters:
  ///   - space: the cells.
  ///   - horizon: months that are reported.
  ///   - indicators: readings of observations.
  ///   - slots: number of terms in the model.
  public init(space: CellSpace, horizon: Horizon, indicators: Indicators, slots: Int) {
    (self.space, self.horizon, self.indicators) = (space, horizon, indicators)
    terms = TermValues(slots: slots, cells: space.cells.count)
    readings = ReadingTables(cells: space.cells.count)
  }

  /// Begins where another run has ended: takes over its amounts and groups, and its readings of all
  /// indicators but the moved ones.
  func continueFrom(_ other: World, moving indicators: Set<String>) {
    (base, movedIndicators) = (other, indicators)
    (amounts, groups) = (other.amounts, other.groups)
    (backPayWindows, amountPosition) = (other.backPayWindows, other.amountPosition)
    programmeOfRule = other.programmeOfRule
    readings.adopt(other.readings, except: indicators)
    self.indicators.adopt(other.indicators)
  }

  /// True where the moved assumption is among some terms, or moves one of some indicators.
  func moves(_ terms: [Term], _ names: [String]) -> Bool {
    guard let moved = indicators.movedAssumption else { return false }
    return terms.contains { $0.assumptions.contains(moved) } || !movedIndicators.isDisjoint(with: names)
  }

  /// First month for which amounts are computed: January two years before the horizon, so that
  /// lags of a year and benefits that run on for two years find their base.
  public var firstAmountMonth: Month { Month(year: horizon.first.year - 2, month: 1) }
  /// First month for which groups are computed: two years before the horizon.
  public var firstGroupMonth: Month { horizon.first.advanced(by: -24) }
  /// Months for which groups are computed.
  public var groupMonths: [Month] {
    (0..<(horizon.count + 24)).map { firstGroupMonth.advanced(by: $0) }
  }

  /// A parameter's value for a cell and month, in the term's unit.
  public func figure(_ term: Term, _ cell: Int, _ month: Month) -> Figure {
    if let uniform = terms.uniform(term) { return uniform }
    return terms.figure(term, cell, month, self) ?? missing(term, cell, month)
  }

  /// True where the run has asked for some value of the parameter.
  public func hasRead(_ term: Term) -> Bool { terms.isRead(term) }

  /// A parameter as a plain fraction: 60 % is 3/5, 2 per_1000 is 1/500.
  public func share(_ term: Term, _ cell: Int, _ month: Month) -> Figure {
    if let uniform = terms.uniformShare(term) { return uniform }
    var found = figure(term, cell, month)
    found.value = found.value * terms.shareFactor(term)
    return found
  }

  /// A yes/no parameter.
  public func flag(_ term: Term, _ cell: Int, _ month: Month) -> Bool {
    figure(term, cell, month).value != .zero
  }

  /// An indicator of a year for a cell, in `unit`; reports a fault and gives zero where there is none.
  public func indicator(
    _ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure
  ) -> Figure {
    readings.figures(.init(kind: .yearly, name: name, area: area, unit: unit.text)).figure(cell, year) {
      readIndicator(name, cell, area: area, year: year, unit: unit)
    }
  }

  private func readIndicator(
    _ name: String, _ cell: Int, area: Area?, year: Int, unit: Measure
  ) -> Figure {
    let place = space.cells[cell]
    if let reading = indicators.reading(
      name, region: place.region, area: area ?? place.area, year: year, unit: unit)
    {
      return reading.figure
    }
    if (area ?? place.area) == .all, let sum = sumOfAreas(name, cell, year: year, unit: unit) {
      return sum
    }
    return missing(name, place, Month(year: year, month: 12))
  }

  /// An indicator of one month (a price index): the region's own, an ancestor's, or the scenario's.
  public func monthlyIndicator(_ name: String, _ cell: Int, _ month: Month) -> Figure {
    monthlyFigure(readings.figures(monthlyKey(name)), name, cell, month)
  }

  /// The monthly figures of one indicator, for loops that read many with ``monthlyFigure(_:_:_:_:)``.
  func monthly(_ name: String) -> YearTable<Figure> { readings.figures(monthlyKey(name)) }

  func monthlyFigure(_ table: YearTable<Figure>, _ name: String, _ cell: Int, _ month: Month) -> Figure {
    table.figure(cell, Int(month.index)) { readMonthly(name, cell, month) }
  }

  private func monthlyKey(_ name: String) -> ReadingTables.Key {
    .init(kind: .monthly, name: name, area: nil, unit: "")
  }

  private func readMonthly(_ name: String, _ cell: Int, _ month: Month) -> Figure {
    let place = space.cells[cell]
    guard indicators.isObserved(name) else {
      guard let term = indicators.suppliedTerm(name, area: place.area) else {
        return missingMonth(name, place, month)
      }
      return share(term, cell, month)
    }
    for source in indicators.sources(name, region: place.region, area: place.area) {
      if let seen = indicators.table.value(source.series, period: .month(month)) {
        if seen.unit.shareFactor == nil {
          indicators.noteMisfit(seen, wanted: .percent, name, place.region)
        }
        return Figure(seen.value * (seen.unit.shareFactor ?? .one), seen.status)
      }
    }
    guard let term = indicators.suppliedTerm(name, area: place.area) else {
      return missingMonth(name, place, month)
    }
    return share(term, cell, month)
  }

  private func missingMonth(_ name: String, _ place: Cell, _ month: Month) -> Figure {
    monthlyMissing.insert(name)
    return missing(name, place, month)
  }

  /// A whole region's count as the sum over its areas, where only those are known.
  private func sumOfAreas(_ name: String, _ cell: Int, year: Int, unit: Measure) -> Figure? {
    var total = Figure(.zero, .stated)
    let parts = space.people(inLeaf: space.cells[cell].leaf).filter { $0 != cell }
    guard !parts.isEmpty, !Indicators.isIntensive(unit) else { return nil }
    for part in parts {
      guard
        let reading = indicators.reading(
          name, region: space.cells[part].region, area: space.cells[part].area, year: year, unit: unit),
        // A stand-in for the whole region is no figure of its parts.
        reading.observation?.area == space.cells[part].area
      else { return nil }
      total.value = total.value + reading.figure.value
      total.status = max(total.status, reading.figure.status)
    }
    return total
  }

  /// An indicator in the unit in which it was observed, for ratios of one indicator to itself.
  public func rawIndicator(_ name: String, _ cell: Int, year: Int) -> Figure {
    readings.figures(.init(kind: .yearly, name: name, area: nil, unit: "")).figure(cell, year) {
      readRaw(name, cell, year)
    }
  }

  private func readRaw(_ name: String, _ cell: Int, _ year: Int) -> Figure {
    let place = space.cells[cell]
    let seen = indicators.reading(name, region: place.region, area: place.area, year: year, unit: nil)
    return seen?.figure ?? missing(name, place, Month(year: year, month: 12))
  }

  /// An indicator of a year whose standard was in force before the horizon only: where the figures
  /// begin later, the oldest one stands for it (estimated), so that a place need not bring older
  /// figures than those its horizon rests on.
  public func indicatorNear(
    _ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure?
  ) -> Figure {
    let key = ReadingTables.Key(kind: .near, name: name, area: area, unit: unit?.text ?? "")
    return readings.figures(key).figure(cell, year) {
      readIndicatorNear(name, cell, area: area, year: year, unit: unit)
    }
  }

  private func readIndicatorNear(
    _ name: String, _ cell: Int, area: Area?, year: Int, unit: Measure?
  ) -> Figure {
    let place = space.cells[cell]
    let asked = area ?? place.area
    if let reading = indicators.reading(name, region: place.region, area: asked, year: year, unit: unit) {
      return reading.figure
    }
    if let oldest = oldest(name, cell, area: asked, after: year, unit: unit) { return oldest.figure }
    guard let unit else { return rawIndicator(name, cell, year: year) }
    return indicator(name, cell, area: area, year: year, unit: unit)
  }

  /// The oldest yearly figure of a later year than `year` that may stand for an earlier one.
  func oldest(
    _ name: String, _ cell: Int, area: Area, after year: Int, unit: Measure?
  ) -> (figure: Figure, seen: Observation)? {
    for source in indicators.sources(name, region: space.cells[cell].region, area: area) {
      guard let oldest = indicators.table.oldestYear(source.series),
        oldest.period.year > year, let factor = unit.map({ oldest.unit.factor(to: $0) }) ?? .one
      else { continue }
      guard source.isOwn || Indicators.isIntensive(oldest.unit) else { continue }
      return (Figure(oldest.value * factor, max(.estimated, oldest.status)), oldest)
    }
    return nil
  }

  /// A count of a year; before its first observation the oldest one stands for it (estimated).
  public func countNear(_ name: String, _ cell: Int, year: Int, unit: Measure) -> Figure {
    counts(name, unit).figure(cell, year) { readCount(name, cell, year: year, unit: unit) }
  }

  /// The counts of one indicator by cell and year, for loops that read many.
  func counts(_ name: String, _ unit: Measure) -> YearTable<Figure> {
    readings.figures(.init(kind: .count, name: name, area: nil, unit: unit.text))
  }

  func readCount(_ name: String, _ cell: Int, year: Int, unit: Measure) -> Figure {
    let place = space.cells[cell]
    if let reading = indicators.reading(
      name, region: place.region, area: place.area, year: year, unit: unit)
    {
      return reading.figure
    }
    guard
      let oldest = indicators.table.series(name, region: place.region, area: place.area).first,
      oldest.period.year > year, let factor = oldest.unit.factor(to: unit)
    else { return indicator(name, cell, year: year, unit: unit) }
    return Figure(oldest.value * factor, max(.estimated, oldest.status))
  }

  /// Records that a count nobody gives is needed.
  public func missing(_ name: String, _ cell: Int) {
    _ = missing(name, space.cells[cell], horizon.first)
  }

  /// Records a value a rule cannot work with.
  public func fault(rule: RuleHeader, zh: String, en: String) {
    record(.badValue(rule: rule.id, reason: Bilingual(zh: zh, en: en)))
  }

  private func missing(_ term: Term, _ cell: Int, _ month: Month) -> Figure {
    let reference = term.branch(for: space.cells[cell])?.indicator
    let year = reference.map { month.year - $0.lag } ?? month.year
    return missing(reference?.name ?? term.name, space.cells[cell], Month(year: year, month: 12))
  }

  private func missing(_ name: String, _ place: Cell, _ month: Month) -> Figure {
    record(.noValue(name: name, region: place.region, area: place.area, month: month))
    return Figure(.zero, .assumed)
  }

  private func record(_ fault: RunFault) {
    guard faults.count < Self.faultLimit, faultsSeen.insert(fault).inserted else { return }
    faults.append(fault)
  }
}

/// Something a run could not compute.
public enum RunFault: Hashable, Sendable {
  /// Neither an observation, nor a growth that carries one, nor an assumption gives this figure.
  case noValue(name: String, region: RegionCode, area: Area, month: Month)
  /// A number left the range the ledger or the exact fractions can hold.
  case tooLarge(rule: String, region: RegionCode, month: Month)
  /// A parameter has a value its form cannot work with.
  case badValue(rule: String, reason: Bilingual)
}
