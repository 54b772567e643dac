public import DoudiModel
import DoudiTape
import DoudiUnits

/// A yearly scenario's results, worked out with the program's own functions: the same bits everywhere.
public struct YearlyReport {
  /// The scenario.
  public let model: YearlyModel
  /// By region, then year by year each output.
  private let values: [[Double]]

  /// Runs the scenario once.
  /// - Throws: never for a loaded model; where the arithmetic cannot be run.
  public init(_ model: YearlyModel) throws {
    self.model = model
    let width = model.outputs.count * model.years
    var found = [[Double]](repeating: Array(repeating: .nan, count: width), count: model.regions.count)
    try TapeRunner(tape: model.program(), block: 32, math: .portable).run(draws: 1, inputs: []) {
      found[$0.region][$0.output] = $0.values[0]
    }
    values = found
  }

  /// The result of a region.
  func value(_ region: Int, _ output: DrawOutput) -> Double? {
    guard let place = model.outputs.firstIndex(of: output.name), (1...model.years).contains(output.year)
    else { return nil }
    return values[region][(output.year - 1) * model.outputs.count + place]
  }

  /// region, year (from 1), then each output; figures read back to the same double.
  public func table() -> Table {
    let rows = model.regions.indices.flatMap { region in (0..<model.years).map { (region, $0) } }
    return Table(
      id: "reference", title: model.title,
      columns: [
        Column("region", .texts(rows.map { model.regions[$0.0] })),
        Column("year", .figures(rows.map { "\($0.1 + 1)" })),
      ]
        + model.outputs.enumerated().map { place, name in
          Column(name, .persons(rows.map { values[$0.0][$0.1 * model.outputs.count + place] }))
        })
  }

  /// The sum over the regions, year by year, in units of 100 million.
  public func screenTable() -> Table {
    let columns = model.outputs.enumerated().compactMap { place, name -> Column? in
      guard model.isAdditive(name) else { return nil }
      let sums = (0..<model.years).map { year in
        values.reduce(0.0) { $0 + $1[year * model.outputs.count + place] } / 1e8
      }
      return Column(name, .reals(sums, places: 4))
    }
    return Table(
      id: "reference", title: Labels.yearlySums(model.title),
      columns: [Column("year", Labels.yearHeading, .figures((1...model.years).map { "\($0)" }))] + columns)
  }

  /// Writes {schema_version, scenario, program, reference}.
  /// - Throws: where the bytes cannot be written.
  public func writeJSON(to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"scenario\":")
    output.buffer.append(jsonString: model.id)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\n\"reference\":")
    try JSONRows.write(table(), to: output)
    output.buffer.append("}\n")
    try output.finish()
  }
}
