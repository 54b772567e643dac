import DoudiInputs

/// The one list of columns: what every column of every exported table means, its type, its unit.
///
/// Schemas, codebooks and checks are made of it. A name means the same in every table, save where the list
/// has it under "table.column".
enum ColumnCatalogue {
  /// The entry of a column; nil: it is not in the list.
  static func entry(_ table: String, _ column: String) -> FieldEntry? {
    all["\(table).\(column)"] ?? all[column] ?? rest[table]
  }

  /// Entries by column, or by "table.column" where a table differs.
  static let all: [String: FieldEntry] = [
    keys, money, words, comparison, beside, uncertainty, allocation, package,
  ]
  .reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  /// Of tables whose further columns are named by data.
  private static let rest: [String: FieldEntry] = [
    "reference": FieldEntry(
      "该年该项结果：金额为元，N、G、K、Z为人数", "result of that name in the year: CNY; N, G, K and Z are persons", .real,
      unit: "CNY or persons"),
    "allocation_factors": FieldEntry(
      "该因素中的份额，各地之和为1", "share of the factor of that name; places add up to 1", .real, unit: "1"),
  ]
}
