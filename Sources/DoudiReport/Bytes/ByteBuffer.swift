/// Bytes of an output being put together.
///
/// Numbers are written digit by digit into the array: no strings in between, no locale.
public struct ByteBuffer: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// An empty buffer.
  public init() {}

  /// Number of bytes.
  @inlinable public var count: Int { bytes.count }

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Drops what was written and keeps the room for more.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds one byte.
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds a text as UTF-8.
  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds bytes.
  public mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Adds a stretch of an array.
  mutating func append(_ pool: [UInt8], from start: Int, to end: Int) {
    pool.withUnsafeBufferPointer { buffer in
      guard start <= end, end <= buffer.count else { return }
      bytes.append(contentsOf: buffer[start..<end])
    }
  }

  /// Adds a whole number in decimal digits.
  public mutating func append(integer value: Int64) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  /// Adds fen as yuan with two decimals: 1234567 is 12345.67.
  public mutating func append(yuanOf fen: Int64) {
    if fen < 0 { bytes.append(UInt8(ascii: "-")) }
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    append(digitsOf: yuan)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
  }

  /// Adds a double as the shortest text that reads back to it, whole numbers without ".0".
  public mutating func append(shortest value: Double) {
    if let whole = Int64(exactly: value) { return append(integer: whole) }
    append(value.description)
  }

  private mutating func append(digitsOf value: UInt64) {
    guard value > 9 else { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (value, 20)
      while rest > 0 {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      }
      bytes.append(contentsOf: digits[start..<20])
    }
  }
}
