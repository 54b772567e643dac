/// A CSV file taken apart: a header and rows of as many fields.
///
/// Fields stay bytes of the file until they are asked for.
public struct CSVTable: Sendable {
  /// The file.
  public let file: SourceFile
  /// Column names.
  public let header: [String]
  /// Rows below the header; rows with a wrong number of fields are not among them.
  public let rowCount: Int
  /// First byte of each field, row by row, the header first; a quoted field starts at its quote.
  private let starts: [UInt32]
  /// The byte after each field.
  private let ends: [UInt32]
  private let columns: [String: Int]

  init(file: SourceFile, header: [String], starts: [UInt32], ends: [UInt32]) {
    self.file = file
    self.header = header
    self.starts = starts
    self.ends = ends
    rowCount = header.isEmpty ? 0 : max(0, starts.count / header.count - 1)
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Number of columns.
  public var columnCount: Int { header.count }

  /// The column of a name; nil where there is none.
  public func column(named name: String) -> Int? { columns[name] }

  /// The text of a field, quotes taken off; "" beyond the table.
  public func field(row: Int, column: Int) -> String {
    guard let range = range(row: row, column: column) else { return "" }
    return Self.text(file.bytes[range])
  }

  /// Where a field stands; the start of the file beyond the table.
  public func span(row: Int, column: Int) -> SourceSpan {
    guard let range = range(row: row, column: column) else { return file.startSpan }
    return file.span(from: range.lowerBound, to: range.upperBound)
  }

  /// Where a field stands whose line is known.
  func span(row: Int, column: Int, line: Int) -> SourceSpan {
    guard let range = range(row: row, column: column) else { return file.startSpan }
    return file.span(from: range.lowerBound, to: range.upperBound, line: line)
  }

  /// Where a column's name stands.
  public func headerSpan(column: Int) -> SourceSpan { span(row: -1, column: column) }

  /// The bytes of a field as they stand in the file, quotes included; nil beyond the table.
  func range(row: Int, column: Int) -> Range<Int>? {
    guard row >= -1, row < rowCount, column >= 0, column < header.count else { return nil }
    let index = (row + 1) * header.count + column
    return Int(starts[index])..<Int(ends[index])
  }

  /// A field's bytes as text.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    guard bytes.first == quote, bytes.count >= 2 else { return String(decoding: bytes, as: UTF8.self) }
    let inner = bytes.dropFirst().dropLast()
    guard inner.contains(quote) else { return String(decoding: inner, as: UTF8.self) }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in inner {
      if byte == quote, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      plain.append(byte)
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
