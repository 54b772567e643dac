public import DoudiInputs
public import DoudiUnits

/// A scenario as written: which book, which figures, which assumptions, which months.
public struct ScenarioFile: Sendable {
  /// Identifier.
  public let id: String
  /// Title of every table.
  public let title: Bilingual
  /// True where the result is a trial calculation.
  public let isTrial: Bool
  /// Folder of the scenario.
  public let folder: String
  /// Name of the book's folder.
  public let book: (name: String, span: SourceSpan)
  /// Path of the region table.
  public let regions: (path: String, span: SourceSpan)
  /// Paths of the observation tables.
  public let observations: [(path: String, span: SourceSpan)]
  /// Months that are reported.
  public let horizon: Horizon
  /// Values the scenario supplies, by name.
  let assumptions: [(name: String, node: YAMLNode, span: SourceSpan)]
  /// Funding by fund.
  let funding: [(fund: String, node: YAMLNode, span: SourceSpan)]
  /// Rules switched on.
  let enable: [(id: String, span: SourceSpan)]
  /// Rules switched off.
  let disable: [(id: String, span: SourceSpan)]
  /// Payment months that differ from entitlement months.
  let calendar: PaymentCalendar
  /// Data for monitored limits.
  let data: [(name: String, node: YAMLNode, span: SourceSpan)]
  /// Path of the list of units, if there is one.
  let units: (path: String, span: SourceSpan)?
  /// Path of the list of households, if there is one.
  let cases: (path: String, span: SourceSpan)?
  /// Programmes cleared by the leading group, or the one word "all"; nil: not declared.
  let cleared: [(id: String, span: SourceSpan)]?
  /// Canonical text of the parsed file, overrides included, for hashing.
  let canonical: String
  /// Path of last year's figures; nil: not given.
  let lastYear: (path: String, span: SourceSpan)?
  /// Places whose standards stand beside its own; nil: none.
  let neighbours: YAMLNode?
  /// Reforms laid over it, in order.
  public let reforms: [Reform]
  /// Where the file begins.
  let span: SourceSpan

  /// Paths of every file of figures that another folder may stand in for: observations, and those of neighbours.
  public var figureFiles: [String] {
    let others = neighbours?.mapping?["observations"]?.sequence ?? []
    return observations.map(\.path) + others.compactMap(\.scalarText)
  }
}
