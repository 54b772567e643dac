import CXlsxWriter
import DoudiInputs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rows of a long table as a sheet for programs: one row of headings, whole fen, everything else as text, no
/// totals and no merged cells. Written from the columns themselves, whatever the number of rows.
struct DataSheet {
  let name: String
  let table: Table
  let rows: Range<Int>

  /// Most rows of a sheet, its headings apart.
  static let mostRows = 1_000_000

  /// As many sheets as the rows take: "数据", "数据2", ...
  static func sheets(_ table: Table, name: String, mostRows: Int = DataSheet.mostRows) -> [DataSheet] {
    let size = max(1, mostRows)
    let starts = table.rowCount == 0 ? [0] : Array(stride(from: 0, to: table.rowCount, by: size))
    return starts.enumerated().map { index, start in
      DataSheet(
        name: index == 0 ? name : "\(name)\(index + 1)", table: table,
        rows: start..<min(start + size, table.rowCount))
    }
  }

  func write(
    to page: UnsafeMutablePointer<lxw_worksheet>, formats: CellFormats, _ language: Language
  ) {
    let header = formats.format(.header)
    for (column, one) in table.columns.enumerated() {
      worksheet_set_column(page, UInt16(column), UInt16(column), Self.width(one), nil)
      worksheet_write_string(page, 0, UInt16(column), one.id, header)
    }
    worksheet_freeze_panes(page, 1, 0)
    worksheet_repeat_rows(page, 0, 0)
    SheetWriter.setPage(page, language)
    worksheet_fit_to_pages(page, 1, 0)
    let columns = table.columns.map(DataColumn.init)
    for (position, row) in rows.enumerated() {
      for (column, one) in columns.enumerated() {
        one.write(row, to: page, UInt32(position + 1), UInt16(column))
      }
    }
  }

  private static func width(_ column: Column) -> Double {
    var widest = DisplayWidth.of(column.id)
    switch column.values {
    case .words(_, let words): for word in words { widest = max(widest, DisplayWidth.of(word.id)) }
    case .fen, .yuan: widest = max(widest, 16)
    default: widest = max(widest, 12)
    }
    return Double(min(widest, 40)) + 2
  }
}

/// One column, its words turned into C strings once.
private final class DataColumn {
  private var words: [UnsafeMutablePointer<CChar>?] = []
  private var positions: [Int32] = []
  private var fen: [Int64] = []
  private var texts: [String?] = []

  init(_ column: Column) {
    switch column.values {
    case .words(let positions, let words):
      self.positions = positions
      self.words = words.map { strdup($0.id) }
    case .fen(let fen): self.fen = fen
    default:
      let cells = CellBytes(column.values, form: .csv)
      texts = (0..<column.values.count).map { row in
        var buffer = ByteBuffer()
        cells.write(row, to: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
      }
    }
  }

  deinit { for word in words { free(word) } }

  func write(_ row: Int, to page: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32, _ place: UInt16) {
    if !positions.isEmpty {
      let position = Int(positions[row])
      if position >= 0 { worksheet_write_string(page, line, place, words[position], nil) }
    } else if !fen.isEmpty {
      worksheet_write_number(page, line, place, Double(fen[row]), nil)
    } else if let text = texts[row] {
      worksheet_write_string(page, line, place, text, nil)
    }
  }
}
