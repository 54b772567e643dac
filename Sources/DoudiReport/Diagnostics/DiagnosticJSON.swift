public import DoudiInputs

/// Diagnostics for machines: `{schema_version, diagnostics: [...]}`, places from 1.
public enum DiagnosticJSON {
  /// Writes the object; messages in one language.
  public static func write(_ diagnostics: [Diagnostic], language: Language, to output: ByteOutput) throws {
    let table = Table(
      id: "diagnostics", title: Labels.hint,
      columns: [
        Column("code", .texts(diagnostics.map(\.code))),
        Column("severity", .texts(diagnostics.map(\.severity.rawValue))),
        Column("file", .texts(diagnostics.map(\.span.file))),
        Column("line", .persons(diagnostics.map { Double($0.span.start.line) })),
        Column("column", .persons(diagnostics.map { Double($0.span.start.column) })),
        Column("message", .texts(diagnostics.map { $0.message.text(language) })),
        Column("hint", .texts(diagnostics.map { $0.hint?.text(language) })),
      ])
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"diagnostics\":")
    try JSONRows.write(table, to: output)
    output.buffer.append("}\n")
    try output.finish()
  }
}
