import Synchronization

/// A file's text kept for excerpts.
///
/// Lines end with LF, CRLF or a lone CR. Columns count Unicode scalars.
public final class SourceFile: Sendable {
  /// Path as the user typed it.
  public let path: String
  /// UTF-8 without a byte order mark.
  let bytes: [UInt8]
  /// True for what was read from a file; false for a text of the command line.
  public let isFile: Bool
  private let hasMark: Bool
  private let starts = Mutex<[Int]?>(nil)

  /// A text that is already in memory; a byte order mark is dropped.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8), isFile: false)
  }

  /// Bytes known to be UTF-8; a byte order mark is dropped.
  init(path: String, bytes: [UInt8], isFile: Bool = true) {
    (self.path, self.isFile) = (path, isFile)
    hasMark = bytes.starts(with: Self.byteOrderMark)
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
  }

  /// The bytes as they were read, a byte order mark included.
  public var rawBytes: [UInt8] { hasMark ? Self.byteOrderMark + bytes : bytes }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The whole text, decoded anew at each call.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Number of lines; a line end at the very end of the file starts no further line.
  public var lineCount: Int {
    let starts = lineStarts
    return bytes.isEmpty ? 0 : starts.last == bytes.count ? starts.count - 1 : starts.count
  }

  /// Line `n`, from 1, without its line end; nil beyond the end.
  public func line(_ n: Int) -> Substring? {
    let starts = lineStarts
    guard n >= 1, n <= starts.count else { return nil }
    var end = n < starts.count ? starts[n] : bytes.count
    let start = starts[n - 1]
    if n < starts.count {
      end -= 1
      if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)[...]
  }

  /// Byte offsets at which lines start, found at the first call.
  var lineStarts: [Int] {
    starts.withLock { known in
      if let known { return known }
      let found = Self.findLineStarts(bytes)
      known = found
      return found
    }
  }

  /// Line and column of a byte; a byte inside a scalar belongs to that scalar.
  func position(ofByte offset: Int) -> SourcePosition {
    let starts = lineStarts
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return position(ofByte: offset, start: starts[low], line: low + 1)
  }

  private func position(ofByte offset: Int, start: Int, line: Int) -> SourcePosition {
    let end = min(offset, bytes.count)
    return SourcePosition(line: line, column: Self.scalarCount(bytes[min(start, end)..<end]) + 1)
  }

  /// The stretch from byte `start` to byte `end`, cut at the end of the first line.
  func span(from start: Int, to end: Int) -> SourceSpan {
    span(from: start, to: end, at: position(ofByte: start))
  }

  /// The same where the line of `start` is known.
  func span(from start: Int, to end: Int, line: Int) -> SourceSpan {
    let starts = lineStarts
    guard line >= 1, line <= starts.count else { return span(from: start, to: end) }
    return span(from: start, to: end, at: position(ofByte: start, start: starts[line - 1], line: line))
  }

  private func span(from start: Int, to end: Int, at position: SourcePosition) -> SourceSpan {
    let stop = min(end, bytes.count)
    let first = min(start, stop)
    let lineEnd = bytes[first..<stop].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? stop
    return SourceSpan(
      file: path, start: position, length: Self.scalarCount(bytes[first..<lineEnd]))
  }

  /// A span of one scalar at the start of the file, for problems of the file as a whole.
  var startSpan: SourceSpan { SourceSpan(file: path, line: 1, column: 1) }

  static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func findLineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        let byte = buffer[index]
        if byte > 0x0D { continue }
        if byte == 0x0A {
          starts.append(index + 1)
        } else if byte == 0x0D, index + 1 == buffer.count || buffer[index + 1] != 0x0A {
          starts.append(index + 1)
        }
      }
    }
    return starts
  }
}
