/// Finds the byte of a line and column; cheap where places are asked for in reading order.
struct YAMLCursor {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private var line = 1
  private var column = 1
  private(set) var offset = 0

  init(_ bytes: [UInt8], lineStarts: [Int]) { (self.bytes, self.lineStarts) = (bytes, lineStarts) }

  /// The offset of `line`:`column` (both from 1, columns in scalars); at most the length of the text.
  mutating func move(toLine line: Int, column: Int) -> Int {
    if line != self.line || column < self.column {
      self.line = line
      self.column = 1
      offset = line >= 1 && line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
    }
    while self.column < column, offset < bytes.count {
      offset += YAMLComposer.scalarLength(bytes[offset])
      self.column += 1
    }
    offset = min(offset, bytes.count)
    return offset
  }
}
