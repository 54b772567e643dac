import DoudiInputs

@testable import DoudiReport

/// Tables of a few rows for figures and documents.
enum SmallTables {
  static let form = PrintForm(language: .zh, unit: .wan)
  static let english = PrintForm(language: .en, unit: .wan)

  static func word(_ id: String, _ zh: String) -> Word { Word(id, Bilingual(zh: zh, en: id)) }

  /// Names by two years, fen, with their total.
  static func years(_ rows: [(id: String, fen: [Int64])]) -> Table {
    let words = rows.map { word($0.id, "项目\($0.id)") } + [word("total", "合计")]
    let sums = [0, 1].map { year in rows.reduce(Int64(0)) { $0 + $1.fen[year] } }
    let all = rows.map(\.fen) + [sums]
    return Table(
      id: "summary",
      title: Bilingual(zh: "汇总 · 某地2027—2028年 · 单位：万元", en: "Summary · Place 2027-2028 · in 10,000 CNY"),
      columns: [
        Column("name", Labels.programme, .words(words.indices.map { Int32($0) }, words)),
        Column("2027", Bilingual(zh: "2027年", en: "2027"), .fen(all.map { $0[0] })),
        Column("2028", Bilingual(zh: "2028年", en: "2028"), .fen(all.map { $0[1] })),
        Column("total", Labels.total, .fen(all.map { $0[0] + $0[1] }), isRowTotal: true),
      ], rowKinds: rows.map { _ in .body } + [.total])
  }

  /// The data of the layers of a figure.
  static func data(_ chart: Chart) -> [[JSONTree]] {
    guard case .list(let layers)? = chart.spec?["layer"] else { return [] }
    return layers.map { layer in
      if case .list(let rows)? = layer["data"]?["values"] { rows } else { [] }
    }
  }

  static func number(_ row: JSONTree, _ key: String) -> Double? {
    if case .number(let value)? = row[key] { value } else { nil }
  }

  static func text(_ row: JSONTree, _ key: String) -> String? {
    if case .text(let value)? = row[key] { value } else { nil }
  }
}
