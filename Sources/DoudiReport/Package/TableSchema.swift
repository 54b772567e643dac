import DoudiInputs

/// The schema of one table, as Frictionless Table Schema has it.
struct TableSchema {
  /// The table.
  let table: Table
  /// Columns that name a row; empty where none do.
  let key: [String]
  /// Columns whose codes are all found in another table.
  let references: [(column: String, table: String, field: String)]

  /// - Parameters:
  ///   - table: the table.
  ///   - others: every table of the package, for foreign keys.
  init(_ table: Table, among others: [Table]) {
    self.table = table
    let names = TableCatalogue.entry(table.id)?.key ?? []
    let columns = names.compactMap { name in table.columns.first { $0.id == name } }
    key = KeyCheck.isUnique(columns) ? columns.map(\.id) : []
    references = Self.references(of: table, among: others)
  }

  private static func references(
    of table: Table, among others: [Table]
  ) -> [(column: String, table: String, field: String)] {
    table.columns.compactMap { column in
      guard let target = TableCatalogue.references[column.id], target.table != table.id,
        let other = others.first(where: { $0.id == target.table }),
        let field = other.columns.first(where: { $0.id == target.column }),
        KeyCheck.isContained(column, in: field)
      else { return nil }
      return (column.id, target.table, target.column)
    }
  }

  /// {fields, missingValues, primaryKey, foreignKeys}.
  func descriptor() -> JSONTree {
    let references = references.map { one in
      JSONTree.present([
        ("fields", .text(one.column)),
        ("reference", .present([("resource", .text(one.table)), ("fields", .text(one.field))])),
      ])
    }
    return .present([
      ("fields", .list(table.columns.map { field($0.id, isKey: key.contains($0.id)) })),
      ("missingValues", .texts([""])), ("primaryKey", key.isEmpty ? nil : .texts(key)),
      ("foreignKeys", references.isEmpty ? nil : .list(references)),
    ])
  }

  private func field(_ name: String, isKey: Bool) -> JSONTree {
    guard let entry = ColumnCatalogue.entry(table.id, name) else {
      return .present([("name", .text(name)), ("type", .text("string"))])
    }
    let codes = entry.codes
    let constraints: [(String, JSONTree?)] = [
      ("required", isKey ? .flag(true) : nil), ("pattern", entry.pattern.map { .text($0) }),
      ("enum", codes.isEmpty ? nil : .texts(codes.map(\.id))), ("minimum", entry.least.map { .whole($0) }),
      ("maximum", entry.most.map { .whole($0) }),
    ]
    let isFlag = entry.kind == .flag
    return .present([
      ("name", .text(name)), ("type", .text(entry.type)), ("title", .text(Self.both(entry.meaning))),
      ("description", .text(Self.description(entry))), ("unit", entry.unit.map { .text($0) }),
      ("trueValues", isFlag ? .texts(["true", "yes"]) : nil),
      ("falseValues", isFlag ? .texts(["false", "no"]) : nil),
      ("constraints", constraints.allSatisfy { $0.1 == nil } ? nil : .present(constraints)),
    ])
  }

  /// "中文 / English".
  static func both(_ words: Bilingual) -> String { "\(words.zh) / \(words.en)" }

  /// Meaning, unit and codes in both languages.
  private static func description(_ entry: FieldEntry) -> String {
    var parts = [both(entry.meaning)]
    if let unit = entry.unit { parts.append("单位 / unit: \(unit)") }
    if !entry.codes.isEmpty { parts.append(codes(entry)) }
    return parts.joined(separator: "; ")
  }

  /// "urban=城镇/urban, rural=农村/rural".
  static func codes(_ entry: FieldEntry) -> String {
    entry.codes.map { "\($0.id)=\($0.label.zh)/\($0.label.en)" }.joined(separator: ", ")
  }
}
