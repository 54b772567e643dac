import DoudiInputs
import DoudiUnits

/// What the readers of a scenario's lists have in common: named columns, and faults at a field.
struct ListReader {
  let rows: CSVTable
  let bag: DiagnosticBag
  private let places: [String: Int]

  /// nil where a column is missing, which is reported.
  init?(_ rows: CSVTable, columns: [String], bag: DiagnosticBag) {
    (self.rows, self.bag) = (rows, bag)
    places = Dictionary(
      columns.compactMap { name in rows.column(named: name).map { (name, $0) } }, uniquingKeysWith: { $1 })
    for name in columns where places[name] == nil {
      bag.error(
        "DD1416", at: rows.headerSpan(column: 0),
        Bilingual(zh: "表中缺少“\(name)”列", en: "the list lacks column \"\(name)\""))
    }
    guard places.count == columns.count else { return nil }
  }

  func text(_ row: Int, _ column: String) -> String {
    places[column].map { rows.field(row: row, column: $0) } ?? ""
  }

  func span(_ row: Int, _ column: String) -> SourceSpan { rows.span(row: row, column: places[column] ?? 0) }

  func fault(_ row: Int, _ column: String, zh: String, en: String) {
    bag.error("DD1417", at: span(row, column), Bilingual(zh: zh, en: en))
  }

  /// A number that is not negative; nil where the field is empty, or faulty, which is reported.
  func number(_ row: Int, _ column: String) -> Rational? {
    let text = text(row, column)
    guard !text.isEmpty else { return nil }
    guard let value = Rational(decimal: text), value >= .zero else {
      fault(row, column, zh: "“\(text)”不是非负数", en: "\"\(text)\" is not a number of zero or more")
      return nil
    }
    return value
  }

  /// A leaf region of the scenario.
  func leaf(_ row: Int, _ tree: RegionTree?) -> RegionCode? {
    let text = text(row, "region")
    guard let code = RegionCode(text), tree?.isLeaf(code) ?? true else {
      fault(
        row, "region", zh: "“\(text)”不是方案中最下一级的区划",
        en: "\"\(text)\" is no undivided region of the scenario")
      return nil
    }
    return code
  }

  /// A text that must be there.
  func name(_ row: Int, _ column: String) -> String? {
    let text = text(row, column)
    if text.isEmpty { fault(row, column, zh: "此处不能为空", en: "this field must not be empty") }
    return text.isEmpty ? nil : text
  }
}
