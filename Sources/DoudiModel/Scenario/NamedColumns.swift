package import DoudiInputs
package import DoudiUnits

/// The columns of a table of money by their names, and readers for what such tables hold.
package struct NamedColumns {
  /// The table.
  package let rows: CSVTable
  /// Code of a wrong value.
  package let code: String
  /// Receives every problem.
  package let bag: DiagnosticBag
  private let places: [String: Int]

  /// nil, after reports under `missing`, where a required column is not there or one is unknown.
  package init?(
    _ rows: CSVTable, required: [String], optional: [String] = [], missing: String, code: String,
    bag: DiagnosticBag
  ) {
    (self.rows, self.code, self.bag) = (rows, code, bag)
    var places: [String: Int] = [:]
    for name in required + optional { places[name] = rows.column(named: name) }
    self.places = places
    let absent = required.filter { places[$0] == nil }
    for name in absent {
      bag.error(
        missing, at: rows.headerSpan(column: 0),
        Bilingual(zh: "缺少“\(name)”列", en: "column \"\(name)\" is missing"))
    }
    let known = required + optional
    let unknown = rows.header.enumerated().filter { !known.contains($0.element) }
    for (position, name) in unknown {
      let near = nearestName(to: name, among: known)
      bag.error(
        missing, at: rows.headerSpan(column: position),
        Bilingual(zh: "不认识的列“\(name)”", en: "unknown column \"\(name)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    guard absent.isEmpty, unknown.isEmpty else { return nil }
  }

  /// True where the table has the column.
  package func has(_ name: String) -> Bool { places[name] != nil }

  /// A field's text; empty where the table lacks the column.
  package func text(_ row: Int, _ name: String) -> String {
    places[name].map { rows.field(row: row, column: $0) } ?? ""
  }

  /// Where a field stands.
  package func span(_ row: Int, _ name: String) -> SourceSpan {
    rows.span(row: row, column: places[name] ?? 0)
  }

  /// Reports a wrong value.
  package func fault(_ row: Int, _ name: String, _ zh: String, _ en: String, hint: Bilingual? = nil) {
    bag.error(code, at: span(row, name), Bilingual(zh: zh, en: en), hint: hint)
  }

  /// A region of the tree; any region where there is no tree.
  package func region(_ row: Int, _ tree: RegionTree?) -> RegionCode? {
    let text = text(row, "region")
    if let code = RegionCode(text), tree.map({ $0.region(code) != nil }) ?? true { return code }
    let near = tree.flatMap { tree in nearestName(to: text, among: tree.regions.map(\.code.text)) }
    fault(
      row, "region", "方案中没有区划“\(text)”", "the scenario has no region \"\(text)\"",
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  /// Position of a programme; 0 where no list is given.
  package func programme(_ row: Int, _ programmes: [Programme]?) -> Int? {
    let text = text(row, "programme")
    guard let programmes else { return 0 }
    if let found = programmes.firstIndex(where: { $0.id == text }) { return found }
    let near = nearestName(to: text, among: programmes.map(\.id))
    fault(
      row, "programme", "没有项目“\(text)”", "there is no programme \"\(text)\"",
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  /// CNY with at most two decimals, or whole fen; nil where the field is empty or, after a report, wrong.
  package func money(_ row: Int, _ name: String, isFen: Bool = false) -> Money? {
    let text = text(row, name)
    guard !text.isEmpty else { return nil }
    let scale = Rational(isFen ? 1 : 100)
    guard let value = Rational(decimal: text), case let fen = value * scale, fen.isRepresentable,
      fen.denominator == 1, let whole = Int64(exactly: fen.numerator), whole.magnitude < 1 << 56
    else {
      let (zh, en) = isFen ? ("整数分", "whole fen") : ("元，最多两位小数", "CNY with at most two decimals")
      fault(row, name, "“\(text)”应为\(zh)", "\"\(text)\" must be \(en)")
      return nil
    }
    return Money(fen: whole)
  }

  /// A status; what is observed needs a source. nil after a report.
  package func status(_ row: Int) -> Status? {
    let text = text(row, "status")
    guard let status = Status(id: text), status != .open else {
      fault(row, "status", "“\(text)”不是数据状态", "\"\(text)\" is not a status")
      return nil
    }
    guard status != .observed || !self.text(row, "source").isEmpty else {
      fault(row, "source", "观测数须写来源", "an observed figure needs a source")
      return nil
    }
    return status
  }
}
