import DoudiInputs
import DoudiUnits

/// A workbook of this program as it was read back: its short sheets whole, its long table by columns.
final class ReadWorkbook {
  let path: String
  /// In which it was written.
  let language: Language
  /// Sheets of this program that are there, in their order, without those of the long table.
  let pages: [String]
  /// Sheets of somebody else.
  let others: [String]
  /// What cannot be read, or is not there.
  private(set) var faults: [VerifyFault] = []
  /// The long table; nil where it cannot be read.
  private(set) var data: LongColumns?
  private var grids: [String: SheetGrid] = [:]
  /// The same with every formula worked out.
  private(set) lazy var worked = WorkedBook(self)

  /// - Throws: ``SpreadsheetFault`` for what is no workbook, or not one of this program.
  init(_ path: String) throws(SpreadsheetFault) {
    self.path = path
    let book = try Spreadsheet(path)
    language = try Self.language(of: book.names)
    let own = Set(Self.ownNames(language))
    let dataNames = Self.dataNames(language, among: book.names)
    pages = book.names.filter(own.contains)
    others = book.names.filter { !own.contains($0) && !dataNames.contains($0) }
    for name in pages {
      let grid = SheetGrid()
      do {
        try book.read(name, into: grid)
        grids[name] = grid
      } catch { add(.broken, name, error.message) }
    }
    readData(dataNames, of: book)
    for name in Self.ownNames(language) + [Labels.sheetData.text(language)] where !book.names.contains(name) {
      add(.missing, name, Bilingual(zh: "没有工作表“\(name)”", en: "there is no sheet \(name)"))
    }
  }

  private static func ownNames(_ language: Language) -> [String] {
    Labels.sheets.map { $0.name.text(language) }.filter { $0 != Labels.sheetData.text(language) }
  }

  /// The language of which more sheets have their names.
  private static func language(of names: [String]) throws(SpreadsheetFault) -> Language {
    func count(_ language: Language) -> Int { Set(ownNames(language)).intersection(names).count }
    let found = Language.allCases.max { count($0) < count($1) } ?? .zh
    guard names.contains(Labels.sheetNotes.text(found)), count(found) > 1 else {
      throw SpreadsheetFault("不是doudi写出的工作簿", "not a workbook that doudi wrote")
    }
    return found
  }

  /// "数据", "数据2", ...
  private static func dataNames(_ language: Language, among names: [String]) -> [String] {
    let base = Labels.sheetData.text(language)
    let more = (2...200).lazy.map { "\(base)\($0)" }.prefix(while: names.contains)
    return names.contains(base) ? [base] + more : []
  }

  private func readData(_ names: [String], of book: Spreadsheet) {
    guard !names.isEmpty else { return }
    let columns = LongColumns()
    for name in names {
      do { try columns.add(name, of: book) } catch { return add(.broken, name, error.message) }
    }
    columns.finish()
    data = columns
    for one in columns.oddities {
      faults.append(fault(.cell, one.sheet, one.place, Self.words(one.cell)))
    }
  }

  private static func words(_ cell: ReadCell) -> Bilingual {
    if case .error(let text) = cell.content { return Bilingual(zh: "错误值\(text)", en: "the error \(text)") }
    return Bilingual(zh: "数据表不应有公式", en: "a formula, of which this sheet has none")
  }

  private func add(_ kind: VerifyFault.Kind, _ sheet: String, _ why: Bilingual) {
    faults.append(VerifyFault(kind, span(sheet, CellPlace(0, 0)), why))
  }

  // MARK: places

  /// A short sheet; nil where it is not there.
  func grid(_ name: String) -> SheetGrid? { grids[name] }
  func grid(_ name: Bilingual) -> SheetGrid? { grids[name.text(language)] }

  /// "PATH/SHEET", row and column.
  func span(_ sheet: String, _ place: CellPlace) -> SourceSpan {
    SourceSpan(file: path + "/" + sheet, line: place.row + 1, column: place.column + 1)
  }

  /// A fault of a cell, the cell named first: "汇总!E12：".
  func fault(_ kind: VerifyFault.Kind, _ sheet: String, _ place: CellPlace, _ why: Bilingual) -> VerifyFault {
    let cell = "\(sheet)!\(place.name)"
    return VerifyFault(
      kind, span(sheet, place), Bilingual(zh: "\(cell)：\(why.zh)", en: "\(cell): \(why.en)"))
  }

  /// How many formulas have no value in the file.
  var withoutValue: Int { grids.values.reduce(0) { $0 + $1.cells.values.count { $0.lacksValue } } }

  /// The long table by the name it has in other exports; nil where there is none.
  func longTable() -> RecordTable? {
    guard let data else { return nil }
    let ids = ["ledger", "allocation", "reference"]
    let keys = ["ledger": "line_type", "allocation": "amount", "reference": "year"]
    guard let id = ids.first(where: { id in keys[id].map(data.header.contains) ?? false }) else { return nil }
    return RecordTable(id, data, file: path)
  }
}

extension ReadWorkbook: FormulaCells {
  func value(_ sheet: String, _ place: CellPlace) -> FormulaValue {
    guard let cell = grid(sheet)?.cell(place.row, place.column) else {
      return grid(sheet) == nil ? values(sheet, place, place)?.first ?? .blank : .blank
    }
    return cell.lacksValue ? worked.value(sheet, place) : Self.value(cell)
  }

  /// What a cell shows, as formulas take it.
  static func value(_ cell: ReadCell?) -> FormulaValue {
    switch cell?.content {
    case nil, .blank: .blank
    case .number(let digits):
      FormulaNumber(cell: digits).map { .number(cell?.formula == nil ? $0 : $0.workedOut) } ?? .error
    case .text(let text): .text(text)
    case .boolean(let isTrue): .boolean(isTrue)
    case .error: .error
    }
  }

  func values(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> [FormulaValue]? {
    places(sheet, first, last)?.map { value(sheet, $0) } ?? sum(sheet, first, last).map { [.number($0)] }
  }

  /// Cells of a stretch that are not empty, row by row; nil where there is no such sheet, or a long one.
  func places(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> [CellPlace]? {
    guard let grid = grid(sheet) else { return nil }
    guard first.row <= last.row, first.column <= last.column else { return [] }
    let (rows, columns) = (first.row...last.row, first.column...last.column)
    guard rows.count * columns.count <= grid.cells.count else {
      return grid.cells.keys.filter { rows.contains($0.row) && columns.contains($0.column) }.sorted()
    }
    return rows.flatMap { row in columns.map { CellPlace(row, $0) } }.filter { grid.cells[$0] != nil }
  }

  func sum(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> FormulaNumber? {
    guard let data, first.column == last.column, data.columns.indices.contains(first.column),
      let part = data.parts.first(where: { $0.sheet == sheet })
    else { return nil }
    let sum = data.sum(first.column, rows: part.rows, inSheetRows: first.row...max(first.row, last.row))
    return FormulaNumber(exact: Rational(sum, over: 1), bound: 0)
  }
}

extension LongColumns {
  /// The whole numbers of a column in some rows of a sheet, added up; texts count for nothing.
  func sum(_ column: Int, rows: Range<Int>, inSheetRows wanted: ClosedRange<Int>) -> Int128 {
    let values = columns[column]
    guard !values.wholes.isEmpty else { return 0 }
    var sum: Int128 = 0
    for row in rows where values.codes[row] == -2 && wanted.contains(Int(sheetRows[row])) {
      sum += Int128(values.wholes[row])
    }
    return sum
  }
}
