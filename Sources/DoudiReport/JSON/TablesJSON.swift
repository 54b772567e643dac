/// Tables as one JSON object: {schema_version, program, then each table's rows under its identifier}.
public enum TablesJSON {
  /// Writes the object.
  /// - Throws: where the bytes cannot be written.
  public static func write(_ tables: [Table], to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    for table in tables {
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}
