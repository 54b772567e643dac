/// Finds the columns a kind of file must have, in any order.
enum CSVColumns {
  /// Column numbers of `names` in their order.
  /// - Returns: nil where a column is missing or unknown; all of them are reported.
  static func find(_ names: [String], in table: CSVTable, into bag: DiagnosticBag) -> [Int]? {
    var isGood = true
    let missing = names.filter { table.column(named: $0) == nil }
    for (column, name) in table.header.enumerated() where !names.contains(name) {
      isGood = false
      let near = nearestName(to: name, among: missing)
      bag.error(
        .unknownColumn, at: table.headerSpan(column: column),
        Bilingual(zh: "列名 \(name) 不认识", en: "unknown column \(name)"),
        hint: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean \($0)?") }
          ?? Bilingual(
            zh: "可用的列：\(names.joined(separator: ","))", en: "columns are \(names.joined(separator: ","))"))
    }
    if !missing.isEmpty {
      isGood = false
      let list = missing.joined(separator: ", ")
      bag.error(
        .missingColumn, at: table.headerSpan(column: 0),
        Bilingual(zh: "缺少列：\(list)", en: "missing columns: \(list)"))
    }
    return isGood ? names.compactMap { table.column(named: $0) } : nil
  }
}
