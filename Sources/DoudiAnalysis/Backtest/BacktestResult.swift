public import DoudiInputs
import DoudiModel
public import DoudiUnits

/// One reported figure beside what was said in advance.
public struct BacktestRow: Sendable {
  /// Month of the report.
  public let target: Month
  /// Region of the report.
  public let region: RegionCode
  /// Area.
  public let area: Area
  /// What is compared.
  public let series: BacktestSeries
  /// Unit of the report; all figures of the row are in it.
  public let unit: Measure
  /// The report.
  public let actual: Rational
  /// What the report is rounded to; nil where it is printed in full.
  public let roundedTo: Rational?
  /// What each method said; one that could say nothing is absent.
  public let values: [BacktestMethod: Double]

  /// Error of a method in per cent of the report, positive where it said too much; nil where it
  /// said nothing or the report is zero.
  ///
  ///     100 (v - actual) / actual
  public func error(_ method: BacktestMethod) -> Double? {
    guard let value = values[method], actual != .zero else { return nil }
    return 100 * (value - actual.double) / actual.double
  }

  /// Half of what the report is rounded to, in per cent of it: smaller errors say nothing.
  public var roundingError: Double? {
    guard let roundedTo, actual != .zero else { return nil }
    return 50 * roundedTo.double / actual.double.magnitude
  }
}

/// Mean absolute errors over some rows.
public struct BacktestSummary: Sendable {
  /// The series; nil for all rows together.
  public let series: BacktestSeries?
  /// Rows that count: those for which every method has an error.
  public let count: Int
  /// Mean absolute error in per cent, by method; empty where no row counts.
  public let meanErrors: [BacktestMethod: Double]

  /// The method with the smallest mean error, of equal ones the earliest; nil where no row counts.
  public var best: BacktestMethod? {
    BacktestMethod.allCases.filter { meanErrors[$0] != nil }
      .min { (meanErrors[$0] ?? 0) < (meanErrors[$1] ?? 0) }
  }

  init(_ series: BacktestSeries?, rows: [BacktestRow], methods: [BacktestMethod]) {
    let errors = rows.map { row in methods.compactMap { row.error($0)?.magnitude } }
      .filter { $0.count == methods.count }
    self.series = series
    count = errors.count
    guard !errors.isEmpty else {
      meanErrors = [:]
      return
    }
    let means = methods.indices.map { place in
      errors.reduce(0) { $0 + $1[place] } / Double(errors.count)
    }
    meanErrors = Dictionary(uniqueKeysWithValues: zip(methods, means))
  }
}

/// What a scenario would have said of months that are reported by now.
public struct BacktestResult: Sendable {
  /// Identifier of the scenario.
  public let scenario: String
  /// Title.
  public let title: Bilingual
  /// Last month whose figures were read.
  public let cutoff: Month
  /// Names of the families of programmes.
  public let familyNames: [String: Bilingual]
  /// The model and the rules beside it.
  public let methods: [BacktestMethod]
  /// By target, series and area in the order of the file.
  public let rows: [BacktestRow]
  /// By series in the order of the file, then all together.
  public let summaries: [BacktestSummary]

  init(_ model: Model, _ file: BacktestFile, rows: [BacktestRow]) {
    let methods = file.methods
    (scenario, title, cutoff) = (model.scenario.id, file.title, file.cutoff.value)
    familyNames = Dictionary(model.groups.map { ($0.id, $0.name) }) { first, _ in first }
    (self.methods, self.rows) = (methods, rows)
    var series: [BacktestSeries] = []
    for row in rows where !series.contains(row.series) { series.append(row.series) }
    summaries =
      series.map { one in
        BacktestSummary(one, rows: rows.filter { $0.series == one }, methods: methods)
      } + [BacktestSummary(nil, rows: rows, methods: methods)]
  }
}
