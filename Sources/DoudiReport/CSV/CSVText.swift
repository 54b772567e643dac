extension ByteBuffer {
  /// Adds a text field of a CSV row.
  ///
  /// A spreadsheet reads a text that starts with = + - @, a tab or a carriage return as a
  /// formula; such a text gets an apostrophe in front. Commas, quotes and line ends are quoted.
  public mutating func append(csvText text: String) {
    let isFormula = text.utf8.first.map { Self.formulaStarts.contains($0) } ?? false
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if isFormula { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { append(byte) }
        append(byte)
      }
      append(UInt8(ascii: "\""))
    } else {
      append(text)
    }
  }

  private static let formulaStarts: [UInt8] = Array("=+-@\t\r".utf8)
}
