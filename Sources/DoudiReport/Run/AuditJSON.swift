import DoudiModel

/// The verdicts for machines: `{schema_version, run_id, scenario, program, limits: [...]}`, and
/// `cases: [...]` where the scenario lists households.
public enum AuditJSON {
  /// Writes the object; each verdict with its rule, its weakest status and its note.
  public static func write(_ report: RunReport, to output: ByteOutput) throws {
    let table = LongTables(report, RunOptions()).limits(forFiles: true)
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"run_id\":")
    output.buffer.append(jsonString: report.runID)
    output.buffer.append(",\"scenario\":")
    output.buffer.append(jsonString: report.model.scenario.id)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\n\"limits\":")
    try JSONRows.write(table, to: output)
    if let cases = report.casesTable(forFiles: true) {
      output.buffer.append(",\n\"cases\":")
      try JSONRows.write(cases, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
