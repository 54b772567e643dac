/// The RFC 4180 byte machine: finds where fields start and end.
///
/// A record ends with LF, CRLF or the end of the file; empty lines are skipped.
struct CSVScanner {
  /// A place where the text breaks the rules.
  struct Fault {
    enum Kind { case quoteNotClosed, textAfterQuote, strayQuote, fieldCount(Int) }
    let kind: Kind
    let start: Int
    let end: Int
  }

  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var faults: [Fault] = []
  /// Fields of the first record.
  private(set) var columnCount = 0
  private var recordStart = 0

  /// Scans the whole text; it must be shorter than 4 GB.
  mutating func scan(_ bytes: [UInt8]) {
    starts.reserveCapacity(bytes.count / 8 + 16)
    ends.reserveCapacity(bytes.count / 8 + 16)
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count { index = record(buffer, from: index) }
    }
  }

  /// Reads one record and the line end after it.
  /// - Returns: the offset of the next record.
  private mutating func record(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let isEmpty = Self.lineEnd(bytes, at: start)
    if isEmpty > 0 { return start + isEmpty }
    recordStart = starts.count
    var index = start
    while true {
      let fieldStart = index
      index =
        index < bytes.count && bytes[index] == UInt8(ascii: "\"")
        ? quoted(bytes, from: index) : plain(bytes, from: index)
      starts.append(UInt32(truncatingIfNeeded: fieldStart))
      ends.append(UInt32(truncatingIfNeeded: index))
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    endRecord(from: start, to: index)
    return index + max(Self.lineEnd(bytes, at: index), index < bytes.count ? 1 : 0)
  }

  private mutating func endRecord(from start: Int, to end: Int) {
    let count = starts.count - recordStart
    if columnCount == 0 {
      columnCount = count
    } else if count != columnCount {
      note(.fieldCount(count), start, end)
      starts.removeLast(count)
      ends.removeLast(count)
    }
  }

  /// Length of the line end at `index`, 0 where there is none. A lone CR counts as one.
  @inline(__always)
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == 0x0A { return 1 }
    guard bytes[index] == 0x0D else { return 0 }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
  }

  /// Over an unquoted field.
  @inline(__always)
  private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var hasQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= UInt8(ascii: ",") {
        if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
        if byte == UInt8(ascii: "\"") { hasQuote = true }
      }
      index += 1
    }
    if hasQuote { note(.strayQuote, start, index) }
    return index
  }

  /// Over a quoted field, from its quote to the byte after its end.
  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let quote = UInt8(ascii: "\"")
    var index = start + 1
    while index < bytes.count {
      if bytes[index] != quote {
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return afterQuote(bytes, from: index + 1)
      }
    }
    note(.quoteNotClosed, start, index)
    return index
  }

  private mutating func afterQuote(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0A, bytes[index] != 0x0D {
      index += 1
    }
    if index > start { note(.textAfterQuote, start, index) }
    return index
  }

  private mutating func note(_ kind: Fault.Kind, _ start: Int, _ end: Int) {
    faults.append(Fault(kind: kind, start: start, end: end))
  }
}
