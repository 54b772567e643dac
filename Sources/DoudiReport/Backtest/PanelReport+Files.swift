import DoudiAnalysis
import DoudiInputs
import DoudiUnits

extension PanelReport {
  /// For CSV files and JSON: every figure in full.
  public func fileTables() -> [Table] { [scores(), regions(), fitted()] }

  /// from, to, area, series, method, regions, mape, total_error, worst_region, worst_error, best_naive.
  private func scores() -> Table {
    let rows = result.blocks.flatMap { block in
      PanelMethod.allCases.compactMap { method in block.scores[method].map { (block, method, $0) } }
    }
    return Table(
      id: "backtest", title: Labels.panelMeans,
      columns: keys(rows.map(\.0)) + [
        Column("method", .texts(rows.map(\.1.rawValue))),
        Column("regions", .numbers(rows.map { Rational($0.0.rows.count) })),
        Column("mape", .persons(rows.map(\.2.meanError))),
        Column("total_error", .persons(rows.map(\.2.totalError))),
        Column("worst_region", .texts(rows.map(\.2.worst.code.text))),
        Column("worst_error", .persons(rows.map(\.2.worstError))),
        Column("best_naive", .texts(rows.map { $0.0.bestNaive == $0.1 ? "yes" : nil })),
        Column("model_over_best", .persons(rows.map { $0.1 == .model ? $0.0.ratio ?? .nan : .nan })),
      ])
  }

  /// from, to, area, series, region, base, actual, then each method and its error in per cent.
  private func regions() -> Table {
    let rows = result.blocks.flatMap { block in block.rows.map { (block, $0) } }
    let methods = PanelMethod.allCases.flatMap { method in
      [
        Column(method.rawValue, .persons(rows.map { $1.values[method] ?? .nan })),
        Column(method.rawValue + "_error", .persons(rows.map { $1.error(method) })),
      ]
    }
    return Table(
      id: "backtest_regions", title: Labels.panelShown,
      columns: keys(rows.map(\.0)) + [
        Column("region", .texts(rows.map { $1.region.code.text })),
        Column("base", .persons(rows.map { $1.base })),
        Column("actual", .persons(rows.map { $1.actual })),
      ] + methods)
  }

  /// from, to, area, series, common, continued, bound, repeated, miss, damping, left_out.
  private func fitted() -> Table {
    let fits = result.blocks.map(\.fit)
    return Table(
      id: "backtest_fits", title: Labels.panelFits,
      columns: keys(result.blocks) + [
        Column("common", .persons(fits.map(\.common))),
        Column("continued", .persons(fits.map(\.continued))),
        Column("bound", .persons(fits.map(\.bound))),
        Column("repeated", .persons(fits.map(\.repeated))),
        Column("miss", .persons(fits.map(\.miss))),
        Column("damping", .persons(fits.map(\.damping))),
        Column("left_out", .numbers(result.blocks.map { Rational($0.left) })),
      ])
  }

  private func keys(_ blocks: [PanelBlock]) -> [Column] {
    [
      Column("from", .numbers(blocks.map { Rational($0.years.from) })),
      Column("to", .numbers(blocks.map { Rational($0.years.to) })),
      Column("area", .texts(blocks.map(\.area.id))),
      Column("series", .texts(blocks.map(\.series.name))),
    ]
  }
}
