public import DoudiUnits

/// One amount over all cells, from two years before the horizon to its end.
///
/// Columns that do not change share their storage, so 60 months of a yearly standard
/// cost five columns.
public struct AmountHistory: Sendable {
  /// Month of the first column.
  public let first: Month
  /// By month: a figure for each cell, in CNY per person and month; nil where the rule does not apply.
  public private(set) var columns: [[Figure?]] = []

  /// An empty history that will begin at `first`.
  public init(first: Month) { self.first = first }

  /// For each month the number of times the amount has been computed so far.
  private var revisions: [Int] = []

  /// Adds the next month; `isRevised` where its column was computed anew.
  public mutating func append(_ column: [Figure?], isRevised: Bool = true) {
    columns.append(column)
    revisions.append((revisions.last ?? 0) + (isRevised ? 1 : 0))
  }

  /// Which computation of the amount stands in a month; nil outside the history.
  func revision(at month: Month) -> Int? {
    let offset = month.months(since: first)
    return revisions.indices.contains(offset) ? revisions[offset] : nil
  }

  /// True where the column of a month was computed anew, or there is none.
  public func isRevised(at month: Month) -> Bool {
    let offset = month.months(since: first)
    guard offset > 0, revisions.indices.contains(offset) else { return true }
    return revisions[offset] != revisions[offset - 1]
  }

  /// The figure of a cell in a month; nil outside the history or the rule's cells.
  @inlinable
  public func figure(_ cell: Int, _ month: Month) -> Figure? {
    let offset = month.months(since: first)
    guard columns.indices.contains(offset) else { return nil }
    return columns[offset][cell]
  }
}

/// One group over all cells, from two years before the horizon to its end.
public struct GroupHistory: Sendable {
  /// Month of the first column.
  public let first: Month
  /// Persons (or events) by month and cell, real-valued.
  public private(set) var persons: [[Double]] = []
  /// Persons who came in during the month; empty where the form knows no flows.
  public private(set) var entries: [[Double]] = []
  /// Persons who left during the month; empty where the form knows no flows.
  public private(set) var exits: [[Double]] = []
  /// Status by cell, the weakest over the run.
  public var status: [Status]
  /// Persons per household by cell; 0 where it is not known.
  public var householdSize: [Double]

  /// An empty history for `cells` cells.
  public init(first: Month, cells: Int) {
    self.first = first
    status = Array(repeating: .stated, count: cells)
    householdSize = Array(repeating: 0, count: cells)
  }

  /// Adds the next month; `entries` and `exits` may be left out.
  public mutating func append(_ persons: [Double], entries: [Double] = [], exits: [Double] = []) {
    self.persons.append(persons)
    self.entries.append(entries)
    self.exits.append(exits)
  }

  /// Persons who left a cell in a month; 0 where the form knows no flows.
  @inlinable
  public func exits(_ cell: Int, _ month: Month) -> Double {
    let offset = month.months(since: first)
    return exits.indices.contains(offset) && !exits[offset].isEmpty ? exits[offset][cell] : 0
  }

  /// Persons of a cell in a month; 0 outside.
  @inlinable
  public func persons(_ cell: Int, _ month: Month) -> Double {
    let offset = month.months(since: first)
    return persons.indices.contains(offset) ? persons[offset][cell] : 0
  }

  /// Households of a cell in a month; nil where persons per household is not known.
  public func households(_ cell: Int, _ month: Month) -> Double? {
    householdSize[cell] > 0 ? persons(cell, month) / householdSize[cell] : nil
  }
}

/// A steered rate: how many of a whole are in the part, by month and cell.
public struct RateHistory: Sendable {
  /// Persons who count for the rate.
  public var part: GroupHistory
  /// Persons among whom they are counted.
  public var whole: GroupHistory

  /// A rate.
  public init(part: GroupHistory, whole: GroupHistory) { (self.part, self.whole) = (part, whole) }
}

/// A reserve of one leaf in one year, when it is tested.
public struct ReserveYear: Hashable, Sendable {
  /// Position of the leaf.
  public let leaf: Int
  /// Year of the test.
  public let year: Int
  /// Balance before the refill.
  public let before: Money
  /// Money put in.
  public let topUp: Money
  /// Required balance.
  public let floor: Money
  /// Units (persons, townships) on which the floor rests.
  public let units: Figure
  /// Weakest status among the inputs.
  public let status: Status

  /// A tested balance.
  public init(
    leaf: Int, year: Int, before: Money, topUp: Money, floor: Money, units: Figure, status: Status
  ) {
    (self.leaf, self.year, self.before, self.topUp) = (leaf, year, before, topUp)
    (self.floor, self.units, self.status) = (floor, units, status)
  }
}
