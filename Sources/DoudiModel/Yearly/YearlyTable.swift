import DoudiInputs

/// A table of names and numbers, one row a region or parameter.
struct YearlyTable {
  /// First column.
  let names: [String]
  /// The other columns' names.
  let columns: [String]
  /// Numbers by row and column.
  let rows: [[Double]]

  /// nil after reporting what is wrong: no key column, empty or repeated names, cells that are no numbers.
  init?(_ table: CSVTable, key: String, bag: DiagnosticBag) {
    guard let place = table.column(named: key) else {
      bag.error(
        "DD1408", at: table.headerSpan(column: 0), Bilingual(zh: "缺少列\(key)", en: "column \(key) is missing"))
      return nil
    }
    let others = table.header.indices.filter { $0 != place }
    names = (0..<table.rowCount).map { table.field(row: $0, column: place) }
    columns = others.map { table.header[$0] }
    rows = (0..<table.rowCount).map { row in others.map { Self.number(table, row, $0, bag) } }
    var seen: Set<String> = []
    for (row, name) in names.enumerated() where name.isEmpty || !seen.insert(name).inserted {
      bag.error(
        "DD1409", at: table.span(row: row, column: place),
        Bilingual(zh: "名称为空或重复", en: "a name is empty or given twice"))
    }
    if names.isEmpty {
      bag.error(
        "DD1409", at: table.headerSpan(column: 0), Bilingual(zh: "表中没有数据", en: "the table has no rows"))
    }
    if bag.hasErrors { return nil }
  }

  private static func number(_ table: CSVTable, _ row: Int, _ column: Int, _ bag: DiagnosticBag) -> Double {
    let text = table.field(row: row, column: column)
    if let value = Double(text), value.isFinite { return value }
    bag.error(
      "DD1409", at: table.span(row: row, column: column),
      Bilingual(zh: "“\(text)”不是数", en: "\"\(text)\" is not a number"))
    return .nan
  }
}
