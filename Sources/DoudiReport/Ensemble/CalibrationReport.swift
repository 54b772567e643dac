public import DoudiEnsemble
import DoudiInputs
public import DoudiModel
import DoudiUnits

/// A calibration as tables.
public struct CalibrationReport {
  private let calibration: Calibration
  private let nodes: EnsembleNodes
  private let outputs: [DrawOutput]
  private let heading: Heading
  private let before: [Double]
  private let after: [Double]
  private let names: [Bilingual]

  /// A report.
  /// - Parameters:
  ///   - calibration: the search.
  ///   - nodes: the regions.
  ///   - outputs: what each region gives.
  ///   - before: the scenario as it is.
  ///   - after: the official run with the values written.
  public init(
    _ calibration: Calibration, nodes: EnsembleNodes, outputs: [DrawOutput], before: any CentralFigures,
    after: any CentralFigures
  ) {
    (self.calibration, self.nodes, self.outputs) = (calibration, nodes, outputs)
    heading = before.heading
    func figures(_ run: any CentralFigures) -> [Double] {
      calibration.targets.map {
        run.central([outputs[$0.output]], regions: [nodes.names[$0.node]]).first ?? .nan
      }
    }
    self.before = figures(before)
    self.after = zip(figures(after), calibration.figures).map { $0.isNaN ? $1 : $0 }
    names = calibration.targets.map { before.name(region: nodes.names[$0.node]) }
  }

  /// calibration.csv and targets.csv.
  public func fileTables() -> [Table] { [parameters(), targets()] }

  /// For `--json`: the same, and how the search went.
  public func jsonTables() -> [Table] { [parameters(), targets(), search()] }

  /// parameter, unit, before, after, standard_error, at_bound.
  private func parameters() -> Table {
    let rows = calibration.fitted
    return Table(
      id: "calibration", title: Labels.calibration,
      columns: [
        Column("parameter", .texts(rows.map(\.parameter.name))),
        Column("unit", .texts(rows.map(\.parameter.unit.text))),
        Column("before", .persons(rows.map(\.parameter.start))),
        Column("after", .persons(rows.map(\.value))),
        Column("standard_error", .persons(rows.map { $0.error ?? .nan })),
        Column("at_bound", .texts(rows.map { $0.side ?? "" })),
      ])
  }

  /// region, year, output, unit, weight, target, before, after, residual.
  private func targets() -> Table {
    let (rows, outputs) = (calibration.targets, calibration.targets.map { self.outputs[$0.output] })
    return Table(
      id: "targets", title: Labels.calibrationTargets,
      columns: [
        Column("region", .texts(rows.map { nodes.names[$0.node] })),
        Column("year", .figures(outputs.map { "\($0.year)" })),
        Column("output", .texts(outputs.map(\.name))), Column("unit", .texts(outputs.map(\.unit.text))),
        Column("weight", .persons(rows.map(\.weight))), Column("target", .persons(rows.map(\.value))),
        Column("before", .persons(before)), Column("after", .persons(after)),
        Column("residual", .persons(zip(after, rows).map { $0 - $1.value })),
      ])
  }

  private func search() -> Table {
    Table(
      id: "search", title: Labels.calibration,
      columns: [
        Column("reason", .texts([calibration.reason.id])),
        Column("steps", .figures(["\(calibration.steps)"])),
        Column("runs", .figures(["\(calibration.runs)"])),
        Column("distance_before", .persons([Calibration.distance(before, calibration.targets)])),
        Column("distance_after", .persons([Calibration.distance(after, calibration.targets)])),
        Column("largest_difference_from_draws", .persons([difference])),
        Column("set", .texts([calibration.settings.joined(separator: "; ")])),
      ])
  }

  /// The largest relative difference of the official run from the arithmetic of draws.
  private var difference: Double {
    zip(after, calibration.figures).map { $0 == $1 ? 0 : abs($0 - $1) / max(abs($0), abs($1)) }.max() ?? 0
  }

  // MARK: Screen

  /// For a terminal: parameters, then targets.
  public func screenTables(_ unit: MoneyUnit) -> [Table] { [parametersOnScreen(), targetsOnScreen(unit)] }

  private func parametersOnScreen() -> Table {
    let rows = calibration.fitted
    var table = Table(
      id: "calibration", title: heading.title(Labels.calibration, unit: nil),
      columns: [
        Column("parameter", Labels.replayParameter, .texts(rows.map(\.parameter.name))),
        Column("unit", Labels.replayUnit, .texts(rows.map(\.parameter.unit.text))),
        Column("before", Labels.calibrationBefore, .texts(rows.map { Self.text($0.parameter.start) })),
        Column("after", Labels.calibrationAfter, .texts(rows.map { Self.text($0.value) })),
        Column("standard_error", Labels.standardError, .texts(rows.map { $0.error.map(Self.text) ?? "—" })),
        Column(
          "at_bound", Labels.atBoundHeading, .notes(rows.map { $0.side.map(Labels.boundSide) })),
      ])
    table.notes = [Labels.calibrationReason(calibration.reason)]
    table.notes += rows.filter { $0.parameter.before.count > 1 }.map {
      let (low, high) = ($0.parameter.before.first ?? .nan, $0.parameter.before.last ?? .nan)
      return Labels.severalValues($0.parameter.name, Self.text(low), Self.text(high))
    }
    if rows.allSatisfy({ $0.error == nil }) { table.notes.append(Labels.noErrors) }
    return table
  }

  private func targetsOnScreen(_ unit: MoneyUnit) -> Table {
    let (rows, outputs) = (calibration.targets, calibration.targets.map { self.outputs[$0.output] })
    func column(_ id: String, _ title: Bilingual, _ values: [Double]) -> Column {
      let scaled = zip(values, outputs).map { $1.unit == Units.cny ? $0 / Double(unit.yuan) : $0 }
      return Column(id, title, .reals(scaled, places: 2))
    }
    let units = outputs.map { output -> Bilingual? in
      output.unit == Units.cny ? unit.label : Bilingual(zh: output.unit.text, en: output.unit.text)
    }
    let shares = zip(after, rows).map { ($0 - $1.value) / abs($1.value) * 100 }
    var table = Table(
      id: "targets", title: heading.title(Labels.calibrationTargets, unit: nil),
      columns: [
        Column("region", Labels.region, .notes(names)),
        Column("year", Labels.yearHeading, .texts(outputs.map { "\($0.year)" })),
        Column("output", Labels.replayOutput, .texts(outputs.map(\.name))),
        Column("unit", Labels.replayUnit, .notes(units)),
        column("target", Labels.targetFigure, rows.map(\.value)),
        column("before", Labels.calibrationBefore, before), column("after", Labels.calibrationAfter, after),
        Column("residual", Labels.residual, .reals(shares, places: 3)),
      ])
    let (old, new) = (Calibration.distance(before, rows), Calibration.distance(after, rows))
    table.notes = [Labels.calibrationDistance(old * 100, new * 100)]
    if new > old * 1.001, calibration.fitted.contains(where: { $0.parameter.before.count > 1 }) {
      table.notes.append(Labels.furtherThanBefore)
    }
    table.notes += [Labels.officialDifference(difference * 100), Labels.settingLine(calibration.settings)]
    return table
  }

  /// Six significant digits.
  private static func text(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    guard value != 0 else { return "0" }
    var (power, places) = (1.0, 0)
    while abs(value) * power < 100_000, places < 9 { (power, places) = (power * 10, places + 1) }
    var text = NumberText.plain(Int64((value * power).rounded()), places: places)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }
}

extension Calibration.Reason {
  /// Its word in JSON.
  var id: String {
    switch self {
    case .converged: "converged"
    case .atBound: "at_bound"
    case .stalled: "stalled"
    case .steps: "steps"
    case .rank: "rank"
    case .noValue: "no_value"
    }
  }
}
