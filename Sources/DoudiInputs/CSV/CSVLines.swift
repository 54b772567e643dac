/// The lines of a table's fields, found while its rows are gone through in order.
struct CSVLines {
  private let table: CSVTable
  private let starts: [Int]
  private var line = 1

  init(_ table: CSVTable) {
    self.table = table
    starts = table.file.lineStarts
  }

  /// The line of a field, from 1; rows are asked for in increasing order.
  mutating func line(row: Int, column: Int) -> Int {
    guard let offset = table.range(row: row, column: column)?.lowerBound else { return line }
    while line < starts.count, starts[line] <= offset { line += 1 }
    return line
  }
}
