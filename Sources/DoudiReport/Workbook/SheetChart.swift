/// A chart that the spreadsheet program draws from cells.
struct SheetChart: Sendable {
  /// Kinds of charts.
  enum Kind: Sendable {
    /// Columns, one series on top of another.
    case stackedColumns
    /// Columns side by side.
    case columns
    /// Lines with markers.
    case lines
    /// Bars that share their place: of a tornado.
    case overlappingBars
  }

  /// One series: its name and the cells of its values.
  struct Series: Sendable {
    let name: String
    let values: CellRange
  }

  /// Cells of one row or column.
  struct CellRange: Hashable, Sendable {
    let sheet: String
    let firstRow: Int
    let firstColumn: Int
    let lastRow: Int
    let lastColumn: Int
  }

  let kind: Kind
  let title: String
  /// Names below the columns, lines or beside the bars.
  let categories: CellRange
  let series: [Series]
  /// Title of the axis of values.
  let valueTitle: String
  /// Where its corner lies.
  let row: Int
  let column: Int
  /// Size in pixels.
  var width = 900.0
  var height = 460.0
}
