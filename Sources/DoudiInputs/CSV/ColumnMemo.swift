/// Reads a column whose texts repeat: each text is parsed once, and a row that repeats
/// the row before costs a comparison of bytes.
struct ColumnMemo<Value> {
  private let column: Int
  private let parse: (String) -> Value?
  private var last: (range: Range<Int>, value: Value?)?
  private var known: [String: Value?] = [:]

  /// - Parameters:
  ///   - column: number of the column in its table.
  ///   - parse: what a text means; nil where it means nothing.
  init(_ column: Int, parse: @escaping (String) -> Value?) { (self.column, self.parse) = (column, parse) }

  /// What the field means; nil where it means nothing.
  mutating func read(_ table: CSVTable, row: Int) -> Value? {
    guard let range = table.range(row: row, column: column) else { return nil }
    if let last, Self.isSame(last.range, range, table.file.bytes) { return last.value }
    let text = CSVTable.text(table.file.bytes[range])
    let value: Value?
    if let found = known[text] {
      value = found
    } else {
      value = parse(text)
      known[text] = .some(value)
    }
    last = (range, value)
    return value
  }

  private static func isSame(_ a: Range<Int>, _ b: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where bytes[a.lowerBound + offset] != bytes[b.lowerBound + offset] {
      return false
    }
    return true
  }
}
