public import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// Tables of a back-test, for screens and for files.
public struct BacktestReport {
  let result: BacktestResult

  /// A report of a result.
  public init(_ result: BacktestResult) { self.result = result }

  /// What people read: summary first, then every figure with two decimals.
  public func screenTables() -> [Table] { [summaryScreen(), rowsScreen()] }

  private func summaryScreen() -> Table {
    let summaries = result.summaries
    let methods = result.methods.map { method in
      Column(
        method.rawValue, method.name, .sixPlaces(summaries.map { Self.cents($0.meanErrors[method]) }))
    }
    return Table(
      id: "backtest_summary",
      title: Bilingual(
        zh: "\(result.title.zh)：\(Labels.backtestSummary.zh)",
        en: "\(result.title.en): \(Labels.backtestSummary.en)"),
      lead: [Labels.cutoff("\(result.cutoff)")],
      columns: [Column("series", Labels.series, .notes(summaries.map { name($0.series) }))] + methods + [
        Column("rows", Labels.compared, .numbers(summaries.map { Rational($0.count) })),
        Column("best", Labels.best, .notes(summaries.map { $0.best?.name })),
      ],
      notes: [Labels.errorsAre, Labels.rulesAre])
  }

  private func rowsScreen() -> Table {
    let rows = result.rows
    var columns = [
      Column("target", Labels.target, .texts(rows.map { "\($0.target)" })),
      Column("area", Labels.areaTitle, .notes(rows.map { Labels.area($0.area) })),
      Column("series", Labels.series, .notes(rows.map { name($0.series) })),
      Column("unit", Labels.unit, .texts(rows.map(\.unit.text))),
      Column("actual", Labels.reported, .sixPlaces(rows.map(\.actual))),
    ]
    for method in result.methods {
      columns.append(
        Column(method.rawValue, method.name, .sixPlaces(rows.map { Self.cents($0.values[method]) })))
      columns.append(
        Column(
          method.rawValue + "_error", Labels.error, .sixPlaces(rows.map { Self.cents($0.error(method)) })))
    }
    if rows.contains(where: { $0.roundedTo != nil }) {
      columns.append(Column("note", Labels.note, .notes(rows.map(roundingNote))))
    }
    return Table(id: "backtest", title: Labels.backtestRows, columns: columns)
  }

  private func name(_ series: BacktestSeries?) -> Bilingual {
    guard let series else { return Labels.allSeries }
    let family = result.familyNames[series.family] ?? Bilingual(zh: series.family, en: series.family)
    let kind = Labels.kind(series.kind)
    return Bilingual(zh: "\(family.zh) \(kind.zh)", en: "\(series.family): \(kind.en)")
  }

  private func roundingNote(_ row: BacktestRow) -> Bilingual? {
    guard let step = row.roundedTo, let error = Self.cents(row.roundingError) else { return nil }
    return Labels.rounded(step.shortText(), row.unit.text, error.shortText())
  }

  /// Two decimals, half away from zero; nil where there is no figure.
  static func cents(_ value: Double?) -> Rational? {
    guard let value, value.isFinite, value.magnitude < 1e15 else { return nil }
    let whole = Int64(value.magnitude * 100 + 0.5)
    return Rational(Int128(value < 0 ? -whole : whole), over: 100)
  }
}
