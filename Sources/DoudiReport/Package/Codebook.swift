import DoudiInputs

/// Every column of every table: meaning, unit, type, codes. As a table and as a page in both languages.
struct Codebook {
  private let schemas: [TableSchema]

  init(_ schemas: [TableSchema]) { self.schemas = schemas }

  /// table, column, type, unit, key, meaning_zh, meaning_en, codes.
  func table() -> Table {
    let rows = schemas.flatMap { schema -> [(Table, Column, FieldEntry?, Bool)] in
      schema.table.columns.map {
        (schema.table, $0, ColumnCatalogue.entry(schema.table.id, $0.id), schema.key.contains($0.id))
      }
    }
    func texts(_ id: String, _ text: ((Table, Column, FieldEntry?, Bool)) -> String?) -> Column {
      Column(id, .texts(rows.map(text)))
    }
    return Table(
      id: "codebook", title: Bilingual(zh: "编码手册", en: "Codebook"),
      columns: [
        texts("table") { $0.0.id }, texts("column") { $0.1.id }, texts("type") { $0.2?.type },
        texts("unit") { $0.2?.unit }, texts("key") { $0.3 ? "yes" : "no" },
        texts("meaning_zh") { $0.2?.meaning.zh }, texts("meaning_en") { $0.2?.meaning.en },
        texts("codes") { $0.2.map(TableSchema.codes) },
      ])
  }

  /// The page.
  func write(to output: ByteOutput) throws {
    output.buffer.append(
      "# 编码手册 / Codebook\n\n空单元格表示没有或不知。代号都是文本。"
        + "\nAn empty cell means none or not known. Codes are text.\n")
    for schema in schemas { write(schema, to: &output.buffer) }
    try output.finish()
  }

  private func write(_ schema: TableSchema, to buffer: inout ByteBuffer) {
    let (table, key) = (schema.table, schema.key)
    let entry = TableCatalogue.entry(table.id)
    buffer.append("\n## \(table.id)\n\n")
    if let entry {
      buffer.append("\(TableSchema.both(entry.title)). 每行 / a row: \(TableSchema.both(entry.rows)).\n")
    }
    if !key.isEmpty {
      buffer.append("\n主键 / primary key: \(key.map { "`\($0)`" }.joined(separator: ", ")).\n")
    }
    buffer.append("\n| 列 column | 类型 type | 单位 unit | 含义 | meaning |\n| --- | --- | --- | --- | --- |\n")
    for column in table.columns {
      guard let field = ColumnCatalogue.entry(table.id, column.id) else { continue }
      let cells = ["`\(column.id)`", field.type, field.unit ?? "", field.meaning.zh, field.meaning.en]
      buffer.append("| " + cells.map(Self.cell).joined(separator: " | ") + " |\n")
    }
    let coded = table.columns.compactMap { column in
      ColumnCatalogue.entry(table.id, column.id).map { (column.id, $0) }
    }.filter { !$0.1.codes.isEmpty }
    if !coded.isEmpty { buffer.append("\n") }
    for (name, field) in coded {
      let list = field.codes.map { "`\($0.id)` \($0.label.zh) / \($0.label.en)" }.joined(separator: "; ")
      buffer.append("- `\(name)`: \(list)\n")
    }
  }

  private static func cell(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
