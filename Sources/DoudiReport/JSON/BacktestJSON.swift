/// A back-test for machines:
/// `{schema_version, scenario, program, cutoff, backtest: [...], backtest_summary: [...]}`.
public enum BacktestJSON {
  /// Writes the object; ids only, the same bytes for the same inputs.
  public static func write(_ report: BacktestReport, to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(RunIdentifier.schemaVersion),\"scenario\":")
    output.buffer.append(jsonString: report.result.scenario)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\"cutoff\":")
    output.buffer.append(jsonString: "\(report.result.cutoff)")
    for table in report.fileTables() {
      output.buffer.append(",\n")
      output.buffer.append(jsonKey: table.id)
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
