/// A long sheet by columns: its first row names them, every other row is a number in each, of a list of words or a
/// whole number itself. A million rows are a few arrays; no row and no cell is an object.
final class LongColumns: SheetSink {
  /// One column.
  struct Values {
    /// Numbers of ``words``; -1: empty, -2: see ``wholes``.
    var codes: [Int32] = []
    /// Whole numbers by row; empty where the column has none.
    var wholes: [Int64] = []
    var list = WordList()
    /// The words, once all rows are read.
    var words: [String] = []

    /// The text of a row.
    func text(_ row: Int) -> String {
      guard codes.indices.contains(row) else { return "" }
      let code = codes[row]
      return code >= 0 ? words[Int(code)] : code == -2 ? String(wholes[row]) : ""
    }

    fileprivate mutating func fill(to count: Int) {
      while codes.count < count { codes.append(-1) }
    }
  }

  private(set) var header: [String] = []
  private(set) var columns: [Values] = []
  private(set) var rowCount = 0
  /// Row of its sheet, from 0, of each row.
  private(set) var sheetRows: [Int32] = []
  /// Which rows are whose.
  private(set) var parts: [(sheet: String, rows: Range<Int>)] = []
  /// Names of columns of the sheet at hand.
  private var ownHeader: [String] = []
  private var currentRow = -1
  /// Error cells and formulas, where there should be neither.
  private(set) var oddities: [(sheet: String, place: CellPlace, cell: ReadCell)] = []
  private var sheet = ""

  private static let mostColumns = 64
  private static let mostOddities = 1000

  /// Adds the rows of a sheet.
  /// - Throws: ``SpreadsheetFault``; also where the columns are not those of the sheets before.
  func add(_ name: String, of book: Spreadsheet) throws(SpreadsheetFault) {
    (sheet, ownHeader, currentRow) = (name, [], -1)
    let first = rowCount
    try book.read(name, into: self)
    if parts.isEmpty { header = ownHeader }
    guard ownHeader == header else {
      throw SpreadsheetFault("\(name)的列与前一表不同", "\(name) has other columns than the sheet before")
    }
    parts.append((name, first..<rowCount))
  }

  /// Ends the reading: words become texts.
  func finish() {
    for index in columns.indices {
      columns[index].fill(to: rowCount)
      columns[index].words = columns[index].list.texts
      columns[index].list = WordList()
    }
  }

  override func take(_ cell: RawCell) -> Bool {
    guard cell.row > 0 else { return takeName(cell) }
    if cell.kind == .blank && cell.formula == nil { return true }
    guard cell.column < ownHeader.count else { return false }
    if cell.row != currentRow {
      guard cell.row > currentRow else { return false }
      currentRow = cell.row
      rowCount += 1
      sheetRows.append(Int32(cell.row))
    }
    if cell.formula != nil || cell.kind == .error {
      if oddities.count < Self.mostOddities {
        oddities.append((sheet, CellPlace(cell.row, cell.column), ReadCell(cell)))
      }
    }
    return put(cell, at: rowCount - 1)
  }

  private func takeName(_ cell: RawCell) -> Bool {
    if cell.kind == .blank { return true }
    guard cell.column == ownHeader.count, cell.column < Self.mostColumns else { return false }
    ownHeader.append(String(decoding: cell.value, as: UTF8.self))
    if columns.count < ownHeader.count { columns.append(Values()) }
    return true
  }

  private func put(_ cell: RawCell, at row: Int) -> Bool {
    let index = cell.column
    columns[index].fill(to: row)
    // A second cell of the same place.
    guard columns[index].codes.count == row else { return false }
    guard cell.kind == .number, let whole = Self.whole(cell.value) else {
      columns[index].codes.append(columns[index].list.number(of: cell.value))
      return true
    }
    while columns[index].wholes.count < row { columns[index].wholes.append(0) }
    columns[index].wholes.append(whole)
    columns[index].codes.append(-2)
    return true
  }

  /// A whole number as spreadsheet programs write it: up to 15 digits.
  private static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? bytes.dropFirst() : bytes[...]
    guard (1...15).contains(digits.count) else { return nil }
    var number: Int64 = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int64(byte - 0x30)
    }
    return isNegative ? -number : number
  }
}
