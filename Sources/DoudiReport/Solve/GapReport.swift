public import DoudiAnalysis
public import DoudiInputs
public import DoudiUnits

/// The path of yearly steps to one standard, as tables.
public struct GapReport {
  private let heading: Heading
  private let path: GapPath
  private let percent: Int?
  private let share: Rational
  private let costs: [Double]
  private let budgets: [Double]
  private let later: Int?
  private let places: [Bilingual]

  /// A report.
  /// - Parameters:
  ///   - heading: what stands above its tables.
  ///   - path: the path asked for.
  ///   - percent: how much of the gap the budget allows to close; nil: nothing, not even standing still.
  ///   - share: the same as a fraction, 0 for nil.
  ///   - costs: of each year on the path that is shown.
  ///   - budgets: of each year.
  ///   - later: the first later year by which the whole gap can be closed; nil: none of the horizon.
  ///   - places: names of the path's leaves.
  public init(
    _ heading: Heading, _ path: GapPath, percent: Int?, share: Rational, costs: [Double], budgets: [Double],
    later: Int?, places: [Bilingual]
  ) {
    (self.heading, self.path, self.percent, self.share) = (heading, path, percent, share)
    (self.costs, self.budgets, self.later, self.places) = (costs, budgets, later, places)
  }

  private var rows: [(leaf: Int, step: Int, value: Rational)] {
    path.leaves.indices.flatMap { leaf in
      path.standards(path.leaves[leaf], share: share).enumerated().map { (leaf, $0.offset, $0.element) }
    }
  }

  /// region, month, rural, urban, ratio.
  public func pathTable() -> Table {
    let rows = self.rows
    let urban = rows.map { path.leaves[$0.leaf].urban[$0.step] }
    return Table(
      id: "path", title: Labels.gapPath,
      columns: [
        Column("region", .texts(rows.map { path.leaves[$0.leaf].region.text })),
        Column("month", .texts(rows.map { "\(path.months[$0.step])" })),
        Column("rural", .sixPlaces(rows.map(\.value))), Column("urban", .sixPlaces(urban)),
        Column("ratio", .sixPlaces(zip(rows, urban).map { $0.value / $1 })),
      ])
  }

  /// year, cost, budget: of the whole path.
  public func costTable() -> Table {
    Table(
      id: "path_costs", title: Labels.gapPath,
      columns: [
        Column("year", .texts(path.months.map { "\($0.year)" })), Column("cost", .persons(costs)),
        Column("budget", .persons(budgets)),
      ])
  }

  /// For a terminal: standards by region and year, costs by year, and what they mean.
  public func screenTables(_ unit: MoneyUnit) -> [Table] {
    func money(_ id: String, _ title: Bilingual, _ values: [Double]) -> Column {
      Column(
        id, title,
        .units(
          values.map { Int64(exactly: ($0 * 100 / Double(unit.quantum)).rounded()) }, places: unit.places))
    }
    var standards = Table(
      id: "path", title: heading.title(Labels.gapPath, unit: MoneyUnit.yuan.label), lead: heading.lead,
      columns: [
        Column(
          "region", Labels.region,
          .words(
            path.leaves.indices.map { Int32($0) },
            zip(path.leaves, places).map { Word($0.region.text, $1) })),
        Column("start", Labels.gapStart, .rounded(path.leaves.map(\.start))),
      ]
        + path.months.indices.map { step in
          let shown = path.leaves.map { path.standards($0, share: share)[step] }
          return Column("\(path.months[step])", Labels.gapMonth(path.months[step]), .rounded(shown))
        } + [Column("urban", Labels.gapUrban, .rounded(path.leaves.map { $0.urban.last }))])
    standards.notes = [Labels.gapVerdict(percent, path.months.last?.year ?? 0, later)]
    let left = zip(budgets, costs).map { $0 - $1 }
    let years = Table(
      id: "path_costs", title: heading.title(Labels.gapCosts, unit: unit.label),
      columns: [
        Column("year", Labels.yearHeading, .texts(path.months.map { "\($0.year)" })),
        money("cost", Labels.solveCost, costs), money("budget", Labels.solveBudget, budgets),
        money("left", Labels.solveLeft, left),
      ])
    return [standards, years]
  }
}
