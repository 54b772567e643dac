public import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// The tables of a back-test.
public struct BacktestTables {
  private let result: BacktestResult

  /// Tables of a comparison.
  public init(_ result: BacktestResult) { self.result = result }

  /// Every reported figure beside what each method said, and its error.
  public func rows() -> Table {
    let rows = result.rows
    var columns = keys(rows.map { ($0, nil) })
    columns.append(Column("actual", Labels.reported, .numbers(rows.map(\.actual))))
    for method in result.methods {
      columns.append(
        Column(method.rawValue, method.name, .reals(rows.map { $0.values[method] ?? .nan }, places: 2)))
      let title = Bilingual(zh: "误差%", en: "error %")
      columns.append(
        Column("\(method.rawValue)_error", title, .reals(rows.map { $0.error(method) ?? .nan }, places: 2)))
    }
    let heading = Bilingual(
      zh: "\(Labels.backtest.zh) · \(result.title.zh)", en: "\(Labels.backtest.en) · \(result.title.en)")
    return Table(id: "rows", title: heading, columns: columns)
  }

  /// Mean absolute errors by series, then over all rows.
  public func summaries() -> Table {
    let all = result.summaries
    var columns = [
      Column(
        "series", Labels.series,
        .notes(
          all.map { one in
            one.series.map { Bilingual(zh: $0.name, en: $0.name) } ?? Labels.everything
          })),
      Column("count", Labels.rows, .persons(all.map { Double($0.count) })),
    ]
    for method in result.methods {
      columns.append(
        Column(method.rawValue, method.name, .reals(all.map { $0.meanErrors[method] ?? .nan }, places: 2)))
    }
    columns.append(Column("best", Labels.best, .notes(all.map { $0.best?.name })))
    return Table(id: "summaries", title: Labels.meanErrors, columns: columns)
  }

  /// One row a figure and method, for machines and files.
  public func long() -> Table {
    let pairs = result.rows.flatMap { row in result.methods.map { (row, Optional($0)) } }
    var columns = keys(pairs)
    columns += [
      Column("actual", .numbers(pairs.map(\.0.actual))),
      Column("rounded_to", .numbers(pairs.map(\.0.roundedTo))),
      Column("method", .texts(pairs.map { $0.1?.rawValue })),
      Column("value", .persons(pairs.map { row, method in method.flatMap { row.values[$0] } ?? .nan })),
      Column("error_percent", .persons(pairs.map { row, method in method.flatMap(row.error) ?? .nan })),
    ]
    return Table(id: "rows", title: Labels.backtest, columns: columns)
  }

  /// One row a series and method; the series of all rows together is "all".
  public func longSummaries() -> Table {
    let pairs = result.summaries.flatMap { one in result.methods.map { (one, $0) } }
    return Table(
      id: "summaries", title: Labels.meanErrors,
      columns: [
        Column("series", .texts(pairs.map { $0.0.series?.name ?? "all" })),
        Column("method", .texts(pairs.map(\.1.rawValue))),
        Column("count", .persons(pairs.map { Double($0.0.count) })),
        Column("mean_error_percent", .persons(pairs.map { $0.0.meanErrors[$0.1] ?? .nan })),
      ])
  }

  private func keys(_ rows: [(BacktestRow, BacktestMethod?)]) -> [Column] {
    [
      Column("target", Labels.target, .texts(rows.map { "\($0.0.target)" })),
      Column("region", Labels.region, .texts(rows.map(\.0.region.text))),
      Column("area", Labels.areaTitle, .words(rows.map { Int32($0.0.area.rawValue) }, LongTables.areaWords)),
      Column("series", Labels.series, .texts(rows.map(\.0.series.name))),
      Column("unit", Labels.unit, .texts(rows.map(\.0.unit.text))),
    ]
  }
}
