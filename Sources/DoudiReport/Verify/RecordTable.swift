import DoudiInputs

/// A table of an export as it was read back: cells are texts, and each knows where it stands.
struct RecordTable {
  /// Identifier.
  let id: String
  /// Names of the columns.
  let header: [String]
  /// Number of rows.
  let rowCount: Int
  private let cell: (Int, Int) -> String
  private let place: (Int, Int) -> SourceSpan
  private let columns: [String: Int]
  /// The columns of a long sheet, for what would take too many texts; nil for other tables.
  let long: LongColumns?

  init(
    _ id: String, header: [String], rowCount: Int, cell: @escaping (Int, Int) -> String,
    place: @escaping (Int, Int) -> SourceSpan, long: LongColumns? = nil
  ) {
    (self.id, self.header, self.rowCount, self.long) = (id, header, rowCount, long)
    (self.cell, self.place) = (cell, place)
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// A CSV file.
  init(_ id: String, _ table: CSVTable) {
    self.init(
      id, header: table.header, rowCount: table.rowCount,
      cell: { Self.plain(table.field(row: $0, column: $1)) }, place: { table.span(row: $0, column: $1) })
  }

  /// A table of this program.
  init?(_ table: Table) {
    guard let bytes = try? ByteOutput.collect({ try CSVWriter.write(table, to: $0) }),
      let file = SourceLoader.file(path: table.id, bytes: bytes, into: DiagnosticBag()),
      let read = CSVReader.read(file, into: DiagnosticBag())
    else { return nil }
    self.init(table.id, read)
  }

  /// A list of objects with the keys of the first, in its order; nil where it is something else.
  init?(_ id: String, json: JSONView) {
    guard let rows = json.elements else { return nil }
    guard let header = rows.isEmpty ? [] : rows[0].members?.map(\.key) else { return nil }
    var cells: [JSONView] = []
    cells.reserveCapacity(rows.count * header.count)
    for row in rows {
      guard let values = row.values(ofKeys: header) else { return nil }
      cells += values
    }
    let found = cells
    self.init(
      id, header: header, rowCount: rows.count, cell: { found[$0 * header.count + $1].cell },
      place: { row, column in row < 0 ? json.span : found[row * header.count + column].span })
  }

  /// The text of a cell; nil where the table has no such column.
  func text(_ row: Int, _ column: String) -> String? { columns[column].map { cell(row, $0) } }

  /// The text of a cell.
  func text(_ row: Int, _ column: Int) -> String { cell(row, column) }

  /// True where the table has a column.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// Where a cell stands; where the table does, for a column it has not.
  func span(_ row: Int, _ column: String) -> SourceSpan { place(row, columns[column] ?? 0) }

  /// Where a cell stands.
  func span(_ row: Int, _ column: Int) -> SourceSpan { place(row, column) }

  /// Where a column's name stands.
  func headerSpan(_ column: Int) -> SourceSpan { place(-1, column) }

  /// Without the apostrophe that keeps a spreadsheet from reading a formula.
  private static func plain(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let next = text.utf8.dropFirst().first,
      "=+-@\t\r".utf8.contains(next)
    else { return text }
    return String(text.dropFirst())
  }
}
