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
  var starts: [String: [StartingCount?]] = [:]
  /// The finished run of which this one repeats a part; nil for a full run.
  private(set) var base: World?
  /// Indicators whose figures differ from the base run's.
  private(set) var movedIndicators: Set<String> = []
  /// False in a rerun where no rule reads who came and who left.
  var keepsFlows = true
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
  var monthlyMissing: Set<String> = []
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

  func missing(_ name: String, _ place: Cell, _ month: Month) -> Figure {
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
