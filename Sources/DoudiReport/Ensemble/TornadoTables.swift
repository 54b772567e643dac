public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// A tornado as tables.
public struct TornadoReport {
  private let heading: Heading
  private let headline: String
  private let tornado: Tornado
  private let bars: [Tornado.Bar]
  private let root: String

  /// Works out all bars.
  /// - Parameters:
  ///   - heading: what stands above its tables.
  ///   - tornado: the parameters.
  ///   - ensemble: its draws.
  ///   - headline: name of the output that the bars are of.
  /// - Throws: where the arithmetic cannot be run.
  public init(
    _ heading: Heading, _ tornado: Tornado, _ ensemble: EnsembleRun, headline: String
  ) throws {
    (self.heading, self.tornado, self.headline) = (heading, tornado, headline)
    root = ensemble.nodes.names[ensemble.nodes.root]
    var found: [Tornado.Bar] = []
    try ensemble.run { found += tornado.bars($0, of: headline) }
    bars = found
  }

  /// input, parameter, region, year, output, low, middle, high: the headline, money in CNY.
  public func fileTable() -> Table {
    let inputs = bars.map { tornado.quantities[$0.quantity] }
    return Table(
      id: "tornado", title: Labels.tornado,
      columns: [
        Column("input", .texts(inputs.map(\.id))), Column("parameter", .texts(inputs.map(\.input.name))),
        Column("region", .texts(bars.map(\.region))),
        Column("year", .texts(bars.map { "\($0.output.year)" })),
        Column("output", .texts(bars.map(\.output.name))), Column("low", .persons(bars.map(\.low))),
        Column("middle", .persons(bars.map(\.middle))),
        Column("high", .persons(bars.map(\.high))),
      ])
  }

  /// For a terminal: the whole's last year, widest first.
  public func screenTable(_ unit: MoneyUnit) -> Table {
    let last = bars.map(\.output.year).max() ?? 0
    let shown = bars.filter { $0.region == root && $0.output.year == last }
    let words = shown.map { Word(tornado.quantities[$0.quantity].id, tornado.quantities[$0.quantity].name) }
    let isMoney = shown.first?.output.unit == Units.cny
    func column(_ id: String, _ title: Bilingual, _ value: (Tornado.Bar) -> Double) -> Column {
      let changes = shown.map { value($0) - $0.middle }
      guard isMoney else { return Column(id, title, .reals(changes, places: 2)) }
      return Column(
        id, title,
        .units(
          changes.map { Int64(exactly: ($0 * 100 / Double(unit.quantum)).rounded()) }, places: unit.places))
    }
    var table = Table(
      id: "tornado", title: heading.title(Labels.tornadoOf(last, headline), unit: isMoney ? unit.label : nil),
      lead: heading.lead,
      columns: [
        Column(
          "input", Labels.uncertainInput, .words(words.indices.map { Int32($0) }, words), width: Column.names),
        column("low", Labels.atLow) { $0.low }, column("high", Labels.atHigh) { $0.high },
      ])
    table.notes = [Labels.tornadoNote]
    return table
  }
}
