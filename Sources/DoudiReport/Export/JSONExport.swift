/// The long tables and their provenance as one JSON object.
public enum JSONExport {
  /// Writes {schema_version, program, provenance, then each table's rows under its identifier}. The provenance's
  /// `files` lists the tables: path is the key, bytes and hash are those of its array.
  /// - Throws: where the bytes cannot be written.
  public static func write(_ content: ExportContent, to output: ByteOutput) throws {
    let tables = content.longTables()
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    var hashes: [HashedFile] = []
    for table in tables {
      output.buffer.append(",\n")
      output.buffer.append(jsonKey: table.id)
      try output.finish()
      var digest = RunningDigest()
      let passing = ByteOutput { bytes in
        digest.add(bytes)
        try output.write(bytes)
      }
      try JSONRows.write(table, to: passing)
      try passing.finish()
      hashes.append(HashedFile(path: table.id, bytes: digest.count, sha256: digest.finish()))
    }
    output.buffer.append(",\n\"provenance\":")
    try ProvenanceJSON.write(content.provenance, files: hashes, to: output)
    output.buffer.append("}\n")
    try output.finish()
  }
}
