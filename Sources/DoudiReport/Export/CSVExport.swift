/// The long tables as CSV files for an office: UTF-8 with byte order mark, beside their provenance.
public enum CSVExport {
  /// Writes the folder; it appears whole or not at all.
  /// - Throws: ``OutputFailure``.
  public static func write(_ content: ExportContent, to folder: String) throws {
    let files = try FolderSwap(folder)
    for table in content.longTables() {
      try files.write(table.id + ".csv") { output in
        output.buffer.append([0xEF, 0xBB, 0xBF])
        try CSVWriter.write(table, to: output)
      }
    }
    let written = files.files
    try files.write(ProvenanceJSON.name) {
      try ProvenanceJSON.write(content.provenance, files: written, to: $0)
    }
    try files.commit()
  }
}
