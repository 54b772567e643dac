public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// One draw of an ensemble: the values of its parameters, and what they give.
public struct ReplayReport {
  /// A column of draws in words.
  public struct Parameter: Sendable {
    let name: String
    let effect: String
    let place: String
    let unit: String

    /// A column.
    public init(name: String, effect: String, place: String, unit: String) {
      (self.name, self.effect, self.place, self.unit) = (name, effect, place, unit)
    }
  }

  private let card: EnsembleCard
  private let draw: String
  private let parameters: [Parameter]
  private let values: [Double]
  private let rows: [(node: Int, output: Int, value: Double)]

  /// Runs one draw.
  /// - Parameters:
  ///   - run: a run of that draw alone.
  ///   - card: the ensemble.
  ///   - parameters: its columns.
  /// - Throws: where it cannot be run.
  public init(_ run: EnsembleRun, card: EnsembleCard, parameters: [Parameter]) throws {
    (self.card, self.parameters) = (card, parameters)
    draw = run.source.name(of: 0)
    let block = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, run.source.columns))
    defer { block.deallocate() }
    block.update(repeating: .nan)
    run.source.fill(draws: 0..<1, into: UnsafeMutableBufferPointer(rebasing: block[..<run.source.columns]))
    values = Array(block.prefix(run.source.columns))
    var rows: [(node: Int, output: Int, value: Double)] = []
    try run.run { table in
      for node in table.shown {
        for (place, output) in table.outputRange.enumerated() where table.has(node: node, output: place) {
          rows.append((node, output, table.draws(node: node, output: place)[0]))
        }
      }
    }
    self.rows = rows.filter { row in
      let central = card.central[row.node * card.outputs.count + row.output]
      return row.value.isFinite || !central.isNaN
    }.sorted { ($0.node, $0.output) < ($1.node, $1.output) }
  }

  /// parameter, effect, place, value, unit; then region, year, output, unit, central, value, status.
  public func tables() -> [Table] { [inputs(), figures()] }

  private func inputs() -> Table {
    Table(
      id: "inputs", title: Labels.replayInputs(draw, card.scenario),
      columns: [
        Column("parameter", Labels.replayParameter, .texts(parameters.map(\.name))),
        Column("place", Labels.region, .texts(parameters.map(\.place))),
        Column(
          "effect", Labels.replayEffect,
          .words(
            parameters.indices.map { Int32($0) },
            parameters.map { Word($0.effect, Labels.effect($0.effect)) })),
        Column("value", Labels.replayValue, .figures(values.map { $0.isFinite ? Self.text($0) : nil })),
        Column("unit", Labels.replayUnit, .unitWords(parameters.map(\.unit))),
      ])
  }

  private func figures() -> Table {
    let outputs = rows.map { card.outputs[$0.output] }
    let central = rows.map { card.central[$0.node * card.outputs.count + $0.output] }
    let drawn = rows.map { $0.value.isFinite ? Self.text($0.value) : nil }
    return Table(
      id: "figures", title: Labels.replayFigures(draw),
      columns: [
        Column("region", Labels.region, .texts(rows.map { card.nodes.names[$0.node] })),
        Column("year", Labels.yearHeading, .texts(outputs.map { "\($0.year)" })),
        Column("output", Labels.replayOutput, .texts(outputs.map(\.name))),
        Column("unit", Labels.replayUnit, .unitWords(outputs.map(\.unit.text))),
        Column("central", Labels.centralRun, .figures(central.map { $0.isFinite ? Self.text($0) : nil })),
        Column("value", Labels.replayValue, .figures(drawn)),
        Column("status", Labels.replayStatus, .texts(rows.map { $0.value.isFinite ? "ok" : "failed" })),
      ])
  }

  private static func text(_ value: Double) -> String {
    var buffer = ByteBuffer()
    buffer.append(shortest: value)
    return buffer.text
  }

  /// Writes {schema_version, run_id, scenario, program, draw, inputs, figures}.
  /// - Throws: where the bytes cannot be written.
  public func writeJSON(to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"run_id\":")
    output.buffer.append(jsonString: card.runID)
    output.buffer.append(",\"scenario\":")
    output.buffer.append(jsonString: card.scenario)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\"draw\":")
    output.buffer.append(jsonString: draw)
    for table in tables() {
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
