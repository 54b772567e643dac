import DoudiInputs

/// SHA-256 of what a long table says, row by row: cells with a tab between, rows with a line feed behind, the names
/// of the columns first.
///
/// It is of the contents, not of the file. So whoever has the sheet can work it out, whatever program saved it.
struct LongDigest: Equatable {
  let sha256: String
  let rows: Int
  /// All fen; nil where the table has none.
  let fen: Int64?

  /// "17652 rows, 98672411214 fen", in the language of the workbook.
  var words: Bilingual {
    let money = fen.map { ("，\($0)分", ", \($0) fen") } ?? ("", "")
    return Bilingual(zh: "\(rows)行\(money.0)", en: "\(rows) rows\(money.1)")
  }

  /// Of a table as sheet 数据 has it.
  init(_ table: Table) {
    var writers: [(Int, inout ByteBuffer) -> Void] = []
    var total: Int64?
    for column in table.columns {
      switch column.values {
      case .words(let positions, let words):
        let bytes = words.map { Array($0.id.utf8) }
        writers.append { row, buffer in if positions[row] >= 0 { buffer.append(bytes[Int(positions[row])]) } }
      case .fen(let fen):
        if column.id == "fen" { total = fen.reduce(0, &+) }
        writers.append { row, buffer in buffer.append(integer: fen[row]) }
      default:
        let cells = CellBytes(column.values, form: .csv)
        writers.append { row, buffer in cells.write(row, to: &buffer) }
      }
    }
    self.init(table.columns.map(\.id), rows: table.rowCount, fen: total, writers)
  }

  /// Of a sheet that was read.
  init(_ columns: LongColumns) {
    let place = columns.header.firstIndex(of: "fen")
    let total = place.map { column in
      columns.columns[column].wholes.reduce(Int64(0), &+)
    }
    let writers = columns.columns.prefix(columns.header.count).map { values in
      let bytes = values.words.map { Array($0.utf8) }
      return { (row: Int, buffer: inout ByteBuffer) in
        let code = values.codes[row]
        if code >= 0 { buffer.append(bytes[Int(code)]) }
        if code == -2 { buffer.append(integer: values.wholes[row]) }
      }
    }
    self.init(columns.header, rows: columns.rowCount, fen: total, writers)
  }

  private init(
    _ names: [String], rows: Int, fen: Int64?, _ writers: [(Int, inout ByteBuffer) -> Void]
  ) {
    var running = RunningDigest()
    var buffer = ByteBuffer()
    buffer.append(names.joined(separator: "\t") + "\n")
    for row in 0..<rows {
      for (place, write) in writers.enumerated() {
        if place > 0 { buffer.append(0x09) }
        write(row, &buffer)
      }
      buffer.append(0x0A)
      if buffer.bytes.count > 1 << 16 {
        running.add(buffer.bytes)
        buffer = ByteBuffer()
      }
    }
    running.add(buffer.bytes)
    (sha256, self.rows, self.fen) = (running.finish(), rows, fen)
  }
}
