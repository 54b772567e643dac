import DoudiInputs

/// Puts tables, lines and charts on a sheet, from top to bottom.
struct SheetBuilder {
  /// Where a table lies.
  struct Place {
    /// Row of its headings.
    let header: Int
    /// Its rows.
    let rows: Range<Int>
    let table: SheetTable

    /// Column of an identifier.
    func column(_ id: String) -> Int? { table.columns.firstIndex { $0.id == id } }

    /// Rows that are no totals.
    var body: Range<Int> {
      let count = table.kinds.prefix { $0 == .body }.count
      return rows.lowerBound..<(rows.lowerBound + count)
    }
  }

  let language: Language
  let unit: MoneyUnit
  let printing: Printing
  private(set) var sheet: Sheet
  /// The footnote of printed sums; nil where there is none to say.
  private let footnote: Bilingual?
  /// Widest that words may be, column by column, before they are wrapped.
  var caps: [Int] = []
  private var needs: [Double] = []
  /// Rows that should stand on one page: a title with its table, a chart.
  private var blocks: [Int] = []
  private var headers: [Int] = []
  private var starts: Set<Int> = []

  /// A sheet with its title and the line of the unit below it.
  /// - Parameters:
  ///   - name: on its tab.
  ///   - title: in the first row.
  ///   - unitLine: "单位：万元", to the right of the second row; nil: none.
  ///   - words: language, unit of money and printing.
  init(
    _ name: Bilingual, title: Bilingual, unitLine: Bilingual?,
    words: (language: Language, unit: MoneyUnit, printing: Printing)
  ) {
    (language, unit, printing) = words
    footnote = printing == .rounded && unitLine != nil ? Labels.roundedNote : nil
    sheet = Sheet(name: name.text(language))
    merged(title.text(language), .title, height: 26)
    merged(unitLine?.text(language) ?? "", .unit)
    sheet.frozenRows = sheet.rows.count
  }

  /// Rows so far.
  var count: Int { sheet.rows.count }

  private mutating func merged(_ text: String, _ style: CellStyle, height: Double? = nil) {
    sheet.rows.append(SheetRow(cells: [SheetCell(text, style)], isMerged: true, height: height))
  }

  /// A line over the whole width.
  mutating func line(_ words: Bilingual) {
    // A workbook holds no files beside it.
    let text = FileWords.none.line(words).text(language)
    if !text.isEmpty { merged(text, .line) }
  }

  /// Title of one of several tables, on a new page where asked for.
  mutating func section(_ words: Bilingual, isNewPage: Bool = false) {
    if sheet.rows.count > 2 { gap() }
    blocks.append(count)
    if isNewPage { starts.insert(count) }
    merged(words.text(language), .section, height: 20)
  }

  /// An empty row.
  mutating func gap() { sheet.rows.append(SheetRow(cells: [])) }

  /// A row of cells of its own.
  mutating func row(_ cells: [SheetCell]) {
    sheet.rows.append(SheetRow(cells: cells))
    for (column, cell) in cells.enumerated() { need(column, Self.width(cell.shown, widest: 60)) }
  }

  /// Headings that are no table's.
  mutating func headings(_ words: [Bilingual]) {
    sheet.rows.append(SheetRow(cells: words.map { SheetCell($0.text(language), .header) }))
    for (column, one) in words.enumerated() { need(column, Self.width(one.text(language), widest: 14)) }
    holdHeader()
  }

  /// A table: lines, headings, rows with their formulas, notes.
  @discardableResult
  mutating func table(_ table: Table, withLines: Bool = true) -> Place {
    if withLines { for one in table.lead { line(one) } }
    let cells = SheetTable(table, language: language, unit: unit, printing: printing)
    let header = count
    sheet.rows.append(SheetRow(cells: cells.columns.map { SheetCell($0.title, .header) }))
    holdHeader()
    let first = count
    let formulas = TableFormulas(cells, unit: unit, firstRow: first)
    for row in 0..<table.rowCount {
      sheet.rows.append(
        SheetRow(
          cells: cells.columns.indices.map { cell(cells, row, $0, formulas) }))
    }
    measure(cells)
    if table.rowCount == 0 { line(Labels.emptyTable) }
    if withLines { for one in table.notes { line(one) } }
    return Place(header: header, rows: first..<(first + table.rowCount), table: cells)
  }

  /// A table without totals that may be longer than a page: as many rows as a page holds at a time, headings above
  /// each part.
  mutating func parts(_ table: Table) {
    for one in table.lead { line(one) }
    let cells = SheetTable(table, language: language, unit: unit, printing: printing)
    measure(cells)
    var first = 0
    for next in pageEnds(cells) {
      if first > 0 {
        blocks.append(count)
        starts.insert(count)
      }
      self.table(table.picking(first..<next), withLines: false)
      first = next
    }
    for one in table.notes { line(one) }
  }

  /// Rows before which a page is full; the last is the number of rows.
  private func pageEnds(_ cells: SheetTable) -> [Int] {
    // Titles, headings and notes take some of each page.
    let room = SheetPages.capacity(pixels: SheetPages.pixels(needs)) - 110
    var (ends, used) = ([Int](), 0.0)
    for row in cells.kinds.indices {
      let lines =
        cells.columns.enumerated().map { column, one -> Int in
          guard one.isWords, case .words(let text) = one.values[row] else { return 1 }
          return Self.lines(text, needs[column])
        }.max() ?? 1
      let height = SheetPages.height(lines: lines)
      if used + height > room, used > 0 {
        ends.append(row)
        used = 0
      }
      used += height
    }
    return ends + [cells.kinds.count]
  }

  /// The first table's headings stay in sight.
  private mutating func holdHeader() {
    headers.append(count - 1)
    guard headers.count == 1 else { return }
    sheet.frozenRows = count
    sheet.frozenColumns = 1
  }

  private func cell(
    _ table: SheetTable, _ row: Int, _ column: Int, _ formulas: TableFormulas
  ) -> SheetCell {
    let role: CellStyle.Role = table.kinds[row] == .total ? .total : .body
    switch table.columns[column].values[row] {
    case .words(let text):
      let isWords = table.columns[column].isWords
      let style = CellStyle(role: role, format: isWords ? .words : .text, isRight: !isWords)
      return SheetCell(text, style)
    case .number(let number):
      let style = CellStyle(role: role, format: .number(places: number.shownPlaces), isRight: true)
      if let formula = formulas.formula(row: row, column: column) {
        return SheetCell(.formula(formula.text, formula.value), style)
      }
      let full = table.columns[column].full
      return SheetCell(.number(full.indices.contains(row) ? full[row] : number.value), style)
    }
  }

  // MARK: widths

  private mutating func measure(_ table: SheetTable) {
    for (column, one) in table.columns.enumerated() {
      need(column, Self.width(one.title, widest: 14))
      let cap = caps.indices.contains(column) ? caps[column] : 40
      let widest = one.isWords ? min(one.widest, cap) : 40
      for value in one.values { need(column, Self.width(value.shown, widest: widest)) }
    }
  }

  private static func width(_ text: String, widest: Int) -> Double {
    Double(min(DisplayWidth.of(text), widest)) + 2
  }

  private mutating func need(_ column: Int, _ width: Double) {
    while needs.count <= column { needs.append(8) }
    needs[column] = max(needs[column], width)
  }

  // MARK: the end

  /// Rows below for a chart.
  mutating func chart(_ make: (_ row: Int) -> SheetChart) {
    gap()
    blocks.append(count)
    gap()
    let chart = make(count)
    sheet.charts.append(chart)
    for _ in 0..<Int((chart.height / 20).rounded(.up)) { gap() }
  }

  /// The sheet with widths, heights, scale and page breaks.
  func finish() -> Sheet {
    var builder = self
    if let footnote { builder.line(footnote) }
    return builder.laidOut()
  }

  private func laidOut() -> Sheet {
    var done = sheet
    done.widths = needs.isEmpty ? [100] : needs
    // A title wants room even over a single narrow column.
    let total = done.widths.reduce(0, +)
    if total < 60, let last = done.widths.indices.last { done.widths[last] += 60 - total }
    let whole = done.widths.reduce(0, +)
    for row in done.rows.indices where done.rows[row].height == nil {
      let lines =
        done.rows[row].cells.enumerated().map { column, cell -> Int in
          let room = done.rows[row].isMerged ? whole : done.widths[min(column, done.widths.count - 1)]
          return Self.lines(cell, room)
        }.max() ?? 1
      if lines > 1 { done.rows[row].height = SheetPages.height(lines: lines) }
    }
    SheetPages(blocks: blocks, headers: headers, starts: starts).lay(out: &done)
    return done
  }

  private static func lines(_ cell: SheetCell, _ room: Double) -> Int {
    guard case .words = cell.style.format else { return 1 }
    return lines(cell.shown, room)
  }

  private static func lines(_ text: String, _ room: Double) -> Int {
    max(1, Int((Double(DisplayWidth.of(text)) / max(1, room - 1)).rounded(.up)))
  }
}
