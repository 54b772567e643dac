/// What is read of one indicator by cell and year (or month), found when it is first asked for.
final class YearTable<Value> {
  private var values: [Value?] = []
  private var first = 0
  private var width = 0
  private let cells: Int

  init(cells: Int) { self.cells = cells }

  /// The value of a year; `read` finds it the first time.
  func figure(_ cell: Int, _ year: Int, read: () -> Value) -> Value {
    let offset = year - first
    if offset >= 0, offset < width, let known = values[cell * width + offset] { return known }
    let found = read()
    // A wild year (a lag of a thousand) is found anew each time.
    guard width == 0 || abs(offset) < 4096 else { return found }
    widen(to: year)
    values[cell * width + year - first] = found
    return found
  }

  private func widen(to year: Int) {
    guard width == 0 || year < first || year >= first + width else { return }
    let (start, end) = width == 0 ? (year, year + 1) : (min(year, first), max(year + 1, first + width))
    // Years are asked for in order, so room is made for as many again.
    let wider = max(end - start, min(2 * width, 64))
    var moved = [Value?](repeating: nil, count: cells * wider)
    for cell in 0..<cells {
      for offset in 0..<width { moved[cell * wider + first - start + offset] = values[cell * width + offset] }
    }
    (values, first, width) = (moved, start, wider)
  }

  /// A table of its own with the same values.
  func copy() -> YearTable {
    let table = YearTable(cells: cells)
    (table.values, table.first, table.width) = (values, first, width)
    return table
  }
}
