import DoudiAnalysis
import DoudiInputs
import DoudiUnits

extension BacktestReport {
  /// For CSV files and JSON: every figure in full, one row a report, one row a series.
  public func fileTables() -> [Table] { [rows(), summary()] }

  /// target, region, area, series, unit, actual, rounded_to, then each method and its error in per cent.
  func rows() -> Table {
    let rows = result.rows
    let methods = BacktestMethod.allCases.flatMap { method in
      [
        Column(method.rawValue, .persons(rows.map { $0.values[method] ?? .nan })),
        Column(method.rawValue + "_error", .persons(rows.map { $0.error(method) ?? .nan })),
      ]
    }
    return Table(
      id: "backtest", title: Labels.backtestRows,
      columns: [
        Column("target", .texts(rows.map { "\($0.target)" })),
        Column("region", .texts(rows.map(\.region.text))),
        Column("area", .texts(rows.map(\.area.id))),
        Column("series", .texts(rows.map(\.series.name))),
        Column("unit", .texts(rows.map(\.unit.text))),
        Column("actual", .numbers(rows.map(\.actual))),
        Column("rounded_to", .numbers(rows.map(\.roundedTo))),
      ] + methods)
  }

  /// series (empty: all together), rows, mean absolute error of each method in per cent, best.
  func summary() -> Table {
    let summaries = result.summaries
    let methods = BacktestMethod.allCases.map { method in
      Column(method.rawValue, .persons(summaries.map { $0.meanErrors[method] ?? .nan }))
    }
    return Table(
      id: "backtest_summary", title: Labels.backtestSummary,
      columns: [
        Column("series", .texts(summaries.map { $0.series?.name })),
        Column("rows", .numbers(summaries.map { Rational($0.count) })),
      ] + methods + [Column("best", .texts(summaries.map { $0.best?.rawValue }))])
  }
}
