import DoudiEnsemble
import DoudiModel

/// The machine form of an ensemble.
public enum EnsembleJSON {
  /// Writes {schema_version, run_id, scenario, program, design, fan, probabilities}, then further tables.
  /// - Throws: where the bytes cannot be written.
  public static func write(_ report: EnsembleReport, and others: [Table] = [], to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"run_id\":")
    output.buffer.append(jsonString: report.runID)
    output.buffer.append(",\"scenario\":")
    output.buffer.append(jsonString: report.scenario)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\"design\":{\"method\":")
    output.buffer.append(jsonString: report.design.method)
    output.buffer.append(",\"seed\":\(report.design.seed.map { "\($0)" } ?? "null")")
    output.buffer.append(
      ",\"draws\":\(report.design.draws),\"replicates\":\(report.design.replicates),\"inputs\":\(report.design.inputs)}"
    )
    for table in report.fileTables() + others {
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
