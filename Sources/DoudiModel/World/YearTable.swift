/// Figures of one indicator by cell and year, resolved when they are first read.
final class YearTable {
  private var rows: [[Figure?]]
  private var first: Int?

  init(cells: Int) { rows = Array(repeating: [], count: cells) }

  /// The figure of a year; `read` finds it the first time. Years before the first one asked for are
  /// found anew each time.
  func figure(_ cell: Int, _ year: Int, read: () -> Figure) -> Figure {
    let start = first ?? year
    first = start
    let offset = year - start
    guard offset >= 0, offset < 4096 else { return read() }
    if offset < rows[cell].count, let known = rows[cell][offset] { return known }
    let found = read()
    while rows[cell].count <= offset { rows[cell].append(nil) }
    rows[cell][offset] = found
    return found
  }

  /// A table of its own with the same figures.
  func copy() -> YearTable {
    let table = YearTable(cells: 0)
    (table.rows, table.first) = (rows, first)
    return table
  }
}
