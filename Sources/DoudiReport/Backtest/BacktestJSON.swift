/// A back-test for machines:
/// `{schema_version, scenario, program, cutoff, backtest: [...], backtest_summary: [...]}`, and without
/// `cutoff` `{..., backtest: [...], backtest_regions: [...], backtest_fits: [...]}` over many regions.
public enum BacktestJSON {
  /// Writes the object; ids only, the same bytes for the same inputs.
  public static func write(_ report: BacktestReport, to output: ByteOutput) throws {
    try write(
      report.fileTables(), of: report.result.scenario, cutoff: "\(report.result.cutoff)", to: output)
  }

  /// The same for many regions.
  public static func write(_ report: PanelReport, to output: ByteOutput) throws {
    try write(report.fileTables(), of: report.result.scenario, cutoff: nil, to: output)
  }

  private static func write(
    _ tables: [Table], of scenario: String, cutoff: String?, to output: ByteOutput
  ) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"scenario\":")
    output.buffer.append(jsonString: scenario)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    if let cutoff {
      output.buffer.append(",\"cutoff\":")
      output.buffer.append(jsonString: cutoff)
    }
    for table in tables {
      output.buffer.append(",\n")
      output.buffer.append(jsonKey: table.id)
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
