import DoudiInputs
import DoudiUnits

/// A `backtest.yaml` as written.
struct BacktestFile: Sendable {
  /// A report known to be rounded, and to what.
  struct Rounding: Sendable {
    let target: Month
    let series: String
    let step: Quantity
    let span: SourceSpan
  }

  let scenario: Located<String>
  let title: Bilingual
  let cutoff: Located<Month>
  /// Months that are compared, in order.
  let targets: [Located<Month>]
  let areas: [Located<Area>]
  let series: [Located<BacktestSeries>]
  /// Programmes of each family.
  let programmes: [String: [Located<String>]]
  /// Rules beside the model.
  let methods: [BacktestMethod]
  /// Two months by family; where none are written the last two reports count.
  let comparable: [String: Located<[Month]>]
  let roundings: [Rounding]
  let assumptions: YAMLMapping
  let span: SourceSpan
}
