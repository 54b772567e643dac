public import DoudiInputs
import DoudiModel

/// What is handed in of one scenario: its run and whatever else was worked out, gathered once.
///
/// Workbook, report, package, CSV and JSON are forms of this and of nothing else, so that they cannot disagree.
/// A scenario of years has no run, a specification of an allocation neither run nor years.
public struct ExportContent {
  /// The run of a scenario of months.
  public let run: RunReport?
  /// The results of a scenario of years.
  public let yearly: YearlyReport?
  /// Fan, tornado and indices; nil where nothing is uncertain.
  public let uncertainty: UncertaintyContent?
  /// The run beside proposals; nil where there are none.
  public let comparison: Comparison?
  /// A pot that is split; nil where there is none.
  public let allocation: AllocationReport?
  /// What changed since the set that this one takes the place of; nil for a first issue.
  public var changes: ChangeTables?
  /// Where it all comes from.
  public let provenance: Provenance
  /// Unit of money where people read it.
  public let unit: MoneyUnit
  /// How printed figures are rounded.
  public let printing: Printing
  /// The year that was asked for where one year is shown; nil: each place's own choice.
  public let year: Int?
  /// Steps of time and level of the regions of the long tables.
  public let listing: RunOptions

  /// What was worked out.
  public init(
    run: RunReport? = nil, yearly: YearlyReport? = nil, uncertainty: UncertaintyContent? = nil,
    comparison: Comparison? = nil, allocation: AllocationReport? = nil, changes: ChangeTables? = nil,
    provenance: Provenance, unit: MoneyUnit = .wan, printing: Printing = .adjusted,
    listing: RunOptions = RunOptions(), year: Int? = nil
  ) {
    (self.run, self.yearly, self.uncertainty) = (run, yearly, uncertainty)
    (self.comparison, self.allocation, self.changes) = (comparison, allocation, changes)
    (self.provenance, self.unit, self.printing) = (provenance, unit, printing)
    (self.listing, self.year) = (listing, year)
  }

  /// The one year of a run that is shown: the year asked for, else the first.
  func shownYear(_ run: RunReport) -> Int { year ?? run.years.first ?? 0 }

  /// What stands above its tables.
  public var heading: Heading {
    run?.heading ?? yearly?.heading
      ?? Heading(place: provenance.title, basis: nil, isTrial: provenance.isTrial)
  }
}
