/// One cell of a sheet.
struct SheetCell: Hashable, Sendable {
  /// What a cell holds.
  enum Content: Hashable, Sendable {
    case blank
    /// A text; it stays one whatever it begins with.
    case text(String)
    case number(Double)
    /// A formula without its "=", and the number it has.
    case formula(String, Double)
    /// A formula without its "=", and the text it has.
    case words(String, String)
  }

  var content: Content
  var style: CellStyle

  init(_ content: Content, _ style: CellStyle) { (self.content, self.style) = (content, style) }
  /// A cell of words.
  init(_ text: String, _ style: CellStyle) { self.init(text.isEmpty ? .blank : .text(text), style) }

  /// What people see in it.
  var shown: String {
    switch content {
    case .blank: return ""
    case .text(let text), .words(_, let text): return text
    case .number(let number), .formula(_, let number):
      guard case .number(let places) = style.format else { return "\(number)" }
      return NumberText.real(number, places: places)
    }
  }
}

/// One row.
struct SheetRow: Hashable, Sendable {
  var cells: [SheetCell]
  /// True where the first cell takes the whole width of the sheet.
  var isMerged = false
  /// Height in points; nil: that of one line.
  var height: Double?
}

/// A sheet as it will be written: nothing here knows the file.
///
/// Rows and columns count from 0. Rows are written in their order and never looked at again, so that a
/// workbook needs no memory for them.
struct Sheet: Sendable {
  var name: String
  var rows: [SheetRow] = []
  /// Columns in characters.
  var widths: [Double] = []
  /// Rows that stay when the sheet is scrolled.
  var frozenRows = 0
  /// Columns that stay.
  var frozenColumns = 0
  /// Rows that every printed page after them repeats; nil: none.
  var repeatedRows: ClosedRange<Int>?
  /// Rows before which a page ends.
  var pageBreaks: [Int] = []
  var charts: [SheetChart] = []

  /// Every cell with a live formula: row, column, formula and what it has.
  var formulas: [(row: Int, column: Int, formula: String, cell: SheetCell)] {
    rows.enumerated().flatMap { row, line in
      line.cells.enumerated().compactMap { column, cell in
        switch cell.content {
        case .formula(let text, _), .words(let text, _): (row, column, text, cell)
        default: nil
        }
      }
    }
  }
}
