/// Writes a table as a JSON array of objects, keys in the order of the columns, a row a line.
public enum JSONRows {
  /// Writes the array without what stands around it.
  public static func write(_ table: Table, to output: ByteOutput) throws {
    let cells = table.columns.map { CellBytes($0.values, form: .json) }
    let keys = table.columns.enumerated().map { position, column in
      var key = ByteBuffer()
      if position > 0 { key.append(UInt8(ascii: ",")) }
      key.append(jsonKey: column.id)
      return key.bytes
    }
    var buffer = ByteBuffer()
    buffer.append(UInt8(ascii: "["))
    var isFirst = true
    for row in 0..<table.rowCount where table.kind(ofRow: row) == .body {
      buffer.append(isFirst ? "\n{" : ",\n{")
      isFirst = false
      for position in cells.indices {
        buffer.append(keys[position])
        cells[position].write(row, to: &buffer)
      }
      buffer.append(UInt8(ascii: "}"))
      try output.settle(&buffer)
    }
    buffer.append(isFirst ? "]" : "\n]")
    output.buffer.append(buffer.bytes)
  }
}
