import DoudiInputs
public import DoudiModel

/// Tables of books for machines: `{schema_version, program, NAME: [...]}`.
public enum RulesJSON {
  /// Writes the object; `NAME` is the table's identifier. A column of words in two languages is written as
  /// two, `_zh` and `_en`.
  public static func write(_ table: Table, to output: ByteOutput) throws {
    start(table.id, output)
    var both = table
    both.columns = table.columns.flatMap { column -> [Column] in
      guard case .notes(let notes) = column.values else { return [column] }
      return [
        Column(column.id + "_zh", .texts(notes.map { $0?.zh })),
        Column(column.id + "_en", .texts(notes.map { $0?.en })),
      ]
    }
    try JSONRows.write(both, to: output)
    try end(output)
  }

  /// Writes the rules of books, each with its parameters as objects: `{key, value, open}`, and for a value
  /// left open `{key, open, unit, meaning_zh, meaning_en, suggested, suggested_source}`.
  public static func write(rulesOf volumes: [BookShelf.Volume], to output: ByteOutput) throws {
    start("rules", output)
    output.buffer.append(UInt8(ascii: "["))
    for (position, row) in RulesTable.rows(volumes).enumerated() {
      let (rule, citation) = (row.rule, row.rule.citation)
      output.buffer.append(position > 0 ? ",\n{" : "\n{")
      write(
        [
          ("id", rule.id), ("book", row.book.id), ("name_zh", rule.name.zh), ("name_en", rule.name.en),
          ("form", rule.form), ("treatment", row.treatment.id), ("document", citation.document.title),
          ("clause", citation.clause), ("quote", citation.words),
        ], to: output)
      output.buffer.append(",\"parameters\":[")
      for (place, one) in rule.parameters.enumerated() {
        output.buffer.append(place > 0 ? ",{" : "{")
        write(one, to: output)
        output.buffer.append(UInt8(ascii: "}"))
      }
      output.buffer.append("]}")
    }
    output.buffer.append("\n]")
    try end(output)
  }

  private static func write(_ parameter: RuleEntry.Parameter, to output: ByteOutput) {
    guard let open = parameter.open else {
      write([("key", parameter.key)], to: output)
      output.buffer.append(",\"value\":")
      let texts = parameter.texts.map { text in
        var buffer = ByteBuffer()
        buffer.append(jsonString: text)
        return buffer.text
      }
      let value = parameter.isList ? "[" + texts.joined(separator: ",") + "]" : texts.first ?? "null"
      return output.buffer.append(value + ",\"open\":false")
    }
    write([("key", parameter.key)], to: output)
    output.buffer.append(",\"open\":true,")
    write(
      [
        ("unit", open.unit.isEmpty ? nil : open.unit), ("meaning_zh", open.meaning?.zh),
        ("meaning_en", open.meaning?.en), ("suggested", open.suggested), ("suggested_source", open.source),
      ], to: output)
  }

  private static func write(_ texts: [(key: String, text: String?)], to output: ByteOutput) {
    for (position, one) in texts.enumerated() {
      if position > 0 { output.buffer.append(UInt8(ascii: ",")) }
      output.buffer.append(jsonKey: one.key)
      if let text = one.text { output.buffer.append(jsonString: text) } else { output.buffer.append("null") }
    }
  }

  private static func start(_ name: String, _ output: ByteOutput) {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\n")
    output.buffer.append(jsonKey: name)
  }

  private static func end(_ output: ByteOutput) throws {
    output.buffer.append("}\n")
    try output.finish()
  }
}
