public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// A tornado as tables.
public struct TornadoReport {
  private let run: RunReport
  private let tornado: Tornado
  private let bars: [Tornado.Bar]
  private let root: String

  /// Works out all bars.
  /// - Throws: where the arithmetic cannot be run.
  public init(_ run: RunReport, _ tornado: Tornado, _ ensemble: EnsembleRun) throws {
    (self.run, self.tornado) = (run, tornado)
    root = ensemble.nodes.names[ensemble.nodes.root]
    var found: [Tornado.Bar] = []
    try ensemble.run { found += tornado.bars($0) }
    bars = found
  }

  /// input, parameter, region, year, low, middle, high: all money in CNY.
  public func fileTable() -> Table {
    let inputs = bars.map { tornado.quantities[$0.quantity] }
    return Table(
      id: "tornado", title: Labels.tornado,
      columns: [
        Column("input", .texts(inputs.map(\.id))), Column("parameter", .texts(inputs.map(\.input.name))),
        Column("region", .texts(bars.map(\.region))),
        Column("year", .texts(bars.map { "\($0.output.year)" })),
        Column("low", .persons(bars.map(\.low))), Column("middle", .persons(bars.map(\.middle))),
        Column("high", .persons(bars.map(\.high))),
      ])
  }

  /// For a terminal: the whole's last year, widest first.
  public func screenTable(_ unit: MoneyUnit) -> Table {
    let last = run.years.last ?? 0
    let shown = bars.filter { $0.region == root && $0.output.year == last }
    let words = shown.map { Word(tornado.quantities[$0.quantity].id, tornado.quantities[$0.quantity].name) }
    func column(_ id: String, _ title: Bilingual, _ value: (Tornado.Bar) -> Double) -> Column {
      Column(
        id, title,
        .units(
          shown.map { Int64(exactly: ((value($0) - $0.middle) * 100 / Double(unit.quantum)).rounded()) },
          places: unit.places))
    }
    var table = Table(
      id: "tornado", title: run.title(Labels.tornadoOf(last), unit: unit.label), lead: [run.basisLine],
      columns: [
        Column("input", Labels.uncertainInput, .words(words.indices.map { Int32($0) }, words)),
        column("low", Labels.atLow) { $0.low }, column("high", Labels.atHigh) { $0.high },
      ])
    table.notes = [Labels.tornadoNote]
    return table
  }
}
