public import DoudiAnalysis

/// A back-test for machines.
public enum BacktestJSON {
  /// Writes `{schema_version, scenario, program, cutoff, rows: [...], summaries: [...]}`.
  public static func write(_ result: BacktestResult, to output: ByteOutput) throws {
    let tables = BacktestTables(result)
    output.buffer.append("{\"schema_version\":\(RunIdentifier.schemaVersion),\"scenario\":")
    output.buffer.append(jsonString: result.scenario)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\"cutoff\":\"\(result.cutoff)\"")
    for table in [tables.long(), tables.longSummaries()] {
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
