import DoudiInputs

/// Writes a table as CSV: UTF-8, commas, LF, one header row, codes as they are.
public enum CSVWriter {
  /// Writes header and rows; total rows are left out, for a reader adds them up.
  public static func write(_ table: Table, to output: ByteOutput) throws {
    for (position, column) in table.columns.enumerated() {
      if position > 0 { output.buffer.append(UInt8(ascii: ",")) }
      output.buffer.append(csvText: column.id)
    }
    output.buffer.append(0x0A)
    let cells = table.columns.map { CellBytes($0.values, form: .csv) }
    let rows = RowBlocks(count: table.rowCount)
    try rows.write(to: output) { range, buffer in
      for row in range where table.kind(ofRow: row) == .body {
        for position in cells.indices {
          if position > 0 { buffer.append(UInt8(ascii: ",")) }
          cells[position].write(row, to: &buffer)
        }
        buffer.append(0x0A)
      }
    }
    try output.finish()
  }
}
