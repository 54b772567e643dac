import DoudiInputs
import DoudiUnits

/// What a run has read of the observations, kept so that each figure is looked for once.
///
/// A rerun takes over what its base run has read, except of indicators that its moved
/// assumption carries forward or stands in for.
final class ReadingTables {
  /// How a figure is read.
  enum Kind: Hashable {
    /// A yearly figure of a cell.
    case yearly
    /// A yearly figure, the oldest one standing for years before it.
    case near
    /// A count of a cell, the oldest one standing for years before it.
    case count
    /// A figure of a month.
    case monthly
  }

  /// What a table of figures is of.
  struct Key: Hashable {
    let kind: Kind
    let name: String
    let area: Area?
    let unit: String
  }

  private var tables: [Key: YearTable<Figure>] = [:]
  private var parameters: [Key: YearTable<Figure?>] = [:]
  private var starts: [String: YearTable<StandardInForce?>] = [:]
  private let cells: Int

  init(cells: Int) { self.cells = cells }

  /// Figures of one kind.
  func figures(_ key: Key) -> YearTable<Figure> {
    if let known = tables[key] { return known }
    let table = YearTable<Figure>(cells: cells)
    tables[key] = table
    return table
  }

  /// Figures of an indicator that a parameter names; nil where there is none.
  func parameters(_ key: Key) -> YearTable<Figure?> {
    if let known = parameters[key] { return known }
    let table = YearTable<Figure?>(cells: cells)
    parameters[key] = table
    return table
  }

  /// Observed standards in force in a year.
  func standards(_ name: String) -> YearTable<StandardInForce?> {
    if let known = starts[name] { return known }
    let table = YearTable<StandardInForce?>(cells: cells)
    starts[name] = table
    return table
  }

  /// Takes over the readings of another run but for some indicators.
  func adopt(_ other: ReadingTables, except moved: Set<String>) {
    tables = other.tables.filter { !moved.contains($0.key.name) }.mapValues { $0.copy() }
    parameters = other.parameters.filter { !moved.contains($0.key.name) }.mapValues { $0.copy() }
    starts = other.starts.filter { !moved.contains($0.key) }.mapValues { $0.copy() }
  }
}

/// An observed standard and the year since which it holds.
struct StandardInForce {
  let figure: Figure
  let year: Int
  let seen: Observation
}
