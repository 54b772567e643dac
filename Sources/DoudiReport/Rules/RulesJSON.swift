import DoudiModel

/// Tables of books for machines: `{schema_version, program, NAME: [...]}`.
public enum RulesJSON {
  /// Writes the object; `NAME` is the table's identifier.
  public static func write(_ table: Table, to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(RunIdentifier.schemaVersion),\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\n")
    output.buffer.append(jsonKey: table.id)
    try JSONRows.write(table, to: output)
    output.buffer.append("}\n")
    try output.finish()
  }
}
