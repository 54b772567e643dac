import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads the table of rows: every wrong field is reported.
struct AllocationRowsReader {
  let spec: AllocationSpec
  let loader: SourceLoader
  let bag: DiagnosticBag

  /// Reads the table; faulty fields are empty.
  /// - Parameter names: names of regions where a file or a run knows them; a row must then be one of them.
  /// - Returns: the rows; nil where there is no table of regions.
  func read(names: [String: Bilingual]?) -> AllocationRows? {
    guard let path = spec.rows,
      let file = loader.load(inFolder(path.value), into: bag, referrer: path.span),
      let table = CSVReader.read(file, into: bag)
    else { return nil }
    let plan = ColumnPlan(spec, header: table.header)
    checkHeader(table, plan)
    guard table.column(named: "region") != nil else { return nil }
    if table.rowCount == 0 {
      bag.error(
        .allocationValue, at: table.headerSpan(column: 0),
        Bilingual(zh: "表中没有数据", en: "the table has no rows"))
      return nil
    }
    guard let rows = rows(table, names) else { return nil }
    // A row with rows below it may leave its figures to them.
    let parents = Set(rows.compactMap { row in row.parent.map { rows[$0].id } })
    var columns: [String: [Rational?]] = [:]
    for (name, entry) in plan.entries {
      guard let column = table.column(named: name) else { continue }
      columns[name] = (0..<table.rowCount).map { row in
        figure(
          row, column, name, entry, table, mayBeEmpty: !entry.isRequired || parents.contains(rows[row].id))
      }
    }
    return AllocationRows(rows: rows, columns: columns, table: table)
  }

  /// The path from the specification's folder.
  private func inFolder(_ path: String) -> String { path.hasPrefix("/") ? path : spec.folder + "/" + path }

  private func checkHeader(_ table: CSVTable, _ plan: ColumnPlan) {
    let named: [String: ColumnPlan.Entry] = plan.entries.filter { $0.value.isRequired }
    let missing = named.keys.filter { table.column(named: $0) == nil }.sorted()
    let free = table.header.filter { plan.entries[$0] == nil && !ColumnPlan.words.contains($0) }
    for name in missing + (table.column(named: "region") == nil ? ["region"] : []) {
      let near = nearestName(to: name, among: free)
      bag.error(
        .allocationColumn, at: named[name]?.span ?? table.headerSpan(column: 0),
        Bilingual(
          zh: "\(table.file.path)缺少“\(name)”列", en: "\(table.file.path) has no column \"\(name)\""),
        hint: near.map { Bilingual(zh: "“\($0)”是不是“\(name)”？", en: "did you mean \"\(name)\" by \"\($0)\"?") }
      )
    }
    for name in spec.columns.keys.sorted() where table.column(named: name) == nil {
      bag.error(
        .allocationColumn, at: spec.columns[name]?.unit?.span ?? spec.span,
        Bilingual(zh: "columns写的“\(name)”列不存在", en: "\"columns\" names \(name), which is no column"))
    }
    for name in free where !missing.contains(name) {
      let near =
        ColumnPlan.standard.contains(name) ? nil : nearestName(to: name, among: ColumnPlan.standard)
      bag.note(
        .allocationUnread, at: table.headerSpan(column: table.column(named: name) ?? 0),
        Bilingual(zh: "列“\(name)”没有用到", en: "nothing reads the column \"\(name)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
  }

  private func figure(
    _ row: Int, _ column: Int, _ name: String, _ entry: ColumnPlan.Entry, _ table: CSVTable, mayBeEmpty: Bool
  ) -> Rational? {
    let text = table.field(row: row, column: column)
    func fault(_ zh: String, _ en: String) -> Rational? {
      bag.error(
        .allocationValue, at: table.span(row: row, column: column), Bilingual(zh: zh, en: en))
      return nil
    }
    if text.isEmpty { return mayBeEmpty ? nil : fault("“\(name)”未填", "\"\(name)\" is missing") }
    guard let number = Rational(decimal: text) else {
      return fault("“\(text)”不是数", "\"\(text)\" is no number")
    }
    if number < .zero { return fault("“\(name)”不能为负", "\"\(name)\" must not be negative") }
    guard let factor = factor(name, entry), case let value = number * factor, value.isRepresentable else {
      return nil
    }
    return value
  }

  /// What a column's figures are multiplied by; nil after a report.
  private func factor(_ name: String, _ entry: ColumnPlan.Entry) -> Rational? {
    guard let unit = spec.columns[name]?.unit else { return .one }
    let found: Rational? =
      switch entry.kind {
      case .number: .one
      case .persons: unit.value.factor(to: unit.value.isOne ? .one : Units.persons)
      case .money:
        unit.value.isOne
          ? .one : unit.value.factor(to: Units.cny).flatMap { part in spec.unit.perYuan.map { part * $0 } }
      }
    if found == nil {
      bag.error(
        .allocationFigure, at: unit.span,
        Bilingual(
          zh: "单位\(unit.value)不适用于“\(name)”列", en: "\(unit.value) does not fit the column \"\(name)\""))
    }
    return found
  }
}

/// Names, parents and repetitions of rows.
extension AllocationRowsReader {
  private func rows(_ table: CSVTable, _ names: [String: Bilingual]?) -> [AllocationRows.Row]? {
    guard let place = table.column(named: "region") else { return nil }
    let ids = (0..<table.rowCount).map { table.field(row: $0, column: place) }
    var first: [String: Int] = [:]
    for (row, id) in ids.enumerated() {
      let span = table.span(row: row, column: place)
      if id.isEmpty {
        bag.error(.allocationValue, at: span, Bilingual(zh: "地区未填", en: "the region is missing"))
      } else if let line = first[id] {
        bag.error(
          .allocationTwice, at: span, Bilingual(zh: "地区\(id)重复", en: "region \(id) is given twice"),
          hint: Bilingual(
            zh: "第一次在第\(table.span(row: line, column: place).start.line)行",
            en: "first on line \(table.span(row: line, column: place).start.line)"))
      } else {
        first[id] = row
        if let names, names[id] == nil { unknown(id, span, names.keys.sorted()) }
      }
    }
    func word(_ row: Int, _ name: String) -> String {
      table.column(named: name).map { table.field(row: row, column: $0) } ?? ""
    }
    return ids.indices.map { row in
      let parent = word(row, "parent")
      let up = parent.isEmpty ? nil : first[parent]
      if !parent.isEmpty, up == nil, let column = table.column(named: "parent") {
        unknown(parent, table.span(row: row, column: column), ids)
      }
      let (zh, en) = (word(row, "name_zh"), word(row, "name_en"))
      let own = zh.isEmpty && en.isEmpty ? nil : Bilingual(zh: zh.isEmpty ? en : zh, en: en.isEmpty ? zh : en)
      return AllocationRows.Row(
        id: ids[row], name: own ?? names?[ids[row]] ?? Bilingual(zh: ids[row], en: ids[row]), parent: up,
        group: word(row, "group"))
    }
  }

  private func unknown(_ id: String, _ span: SourceSpan, _ known: [String]) {
    let near = nearestName(to: id, among: known)
    bag.error(
      .allocationPlace, at: span, Bilingual(zh: "没有地区“\(id)”", en: "there is no region \"\(id)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
  }
}
