import DoudiModel

/// The machine form of a run, as `docs/reference` lays it down.
public enum RunJSON {
  /// Writes the whole object: language-neutral, no clock, no path, rows sorted by key.
  /// - Parameters:
  ///   - tables: the run's long tables.
  ///   - more: tables of what was asked for besides, written last.
  ///   - output: receives the bytes.
  /// - Throws: where the bytes cannot be written.
  public static func write(_ tables: LongTables, and more: [Table] = [], to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"run_id\":")
    output.buffer.append(jsonString: tables.report.runID)
    output.buffer.append(",\"scenario\":")
    output.buffer.append(jsonString: tables.model.scenario.id)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    var arrays: [() -> Table] = [
      tables.standards, tables.caseload, { tables.ledger(forFiles: false) },
      { tables.limits(forFiles: false) },
      { tables.assumptions(forFiles: false) },
    ]
    if tables.model.lastYear != nil { arrays.append { tables.budget(forFiles: false) } }
    for make in arrays {
      let table = make()
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    for table in more {
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
