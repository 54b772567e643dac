/// How a cell looks. A workbook has one format for each style that is used.
struct CellStyle: Hashable, Sendable {
  /// What the cell is on its sheet.
  enum Role: Sendable {
    /// Title of the sheet.
    case title
    /// The unit, to the right below the title.
    case unit
    /// Title of one of several tables.
    case section
    /// A line between a title and columns, or below them.
    case line
    /// Heading of a column.
    case header
    case body
    case total
    /// Not on the grid of a table.
    case plain
  }

  /// What its number or text is.
  enum Format: Hashable, Sendable {
    /// Words, wrapped where they are long.
    case words
    /// A text that stays one where it looks like a number.
    case text
    /// A number with thousands separators and so many decimals.
    case number(places: Int)
  }

  var role: Role
  var format: Format = .words
  var isRight = false

  /// The number format in the file's language.
  var numberFormat: String {
    switch format {
    case .words: "General"
    case .text: "@"
    case .number(let places): places == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: places)
    }
  }

  static let title = CellStyle(role: .title)
  static let unit = CellStyle(role: .unit, isRight: true)
  static let section = CellStyle(role: .section)
  static let line = CellStyle(role: .line)
  static let header = CellStyle(role: .header)
}
