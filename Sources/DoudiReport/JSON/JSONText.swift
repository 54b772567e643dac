extension ByteBuffer {
  /// Adds a JSON string: quotes, backslashes and control characters escaped, the rest as UTF-8.
  public mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20:
        append("\\u00")
        append(Self.hex[Int(byte >> 4)])
        append(Self.hex[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Adds `"key":`.
  public mutating func append(jsonKey key: String) {
    append(jsonString: key)
    append(UInt8(ascii: ":"))
  }

  static let hex = Array("0123456789abcdef".utf8)
}
