/// A value of a JSON file that knows where it stands; members and elements are found when they are asked for.
///
/// The whole text is walked over once at the start, so that what follows cannot fail; numbers are kept as they
/// are written.
public struct JSONView: Sendable {
  /// The file.
  public let file: SourceFile
  /// Its bytes in the file.
  private let range: Range<Int>

  /// A text that is no JSON, and where it stops being one.
  public struct Fault: Error {
    /// The first byte that does not belong.
    public let span: SourceSpan
  }

  /// The value that a file holds.
  /// - Throws: ``Fault`` where it is no JSON.
  public static func read(_ file: SourceFile) throws(Fault) -> JSONView {
    var scanner = JSONScanner(file.bytes)
    do {
      try scanner.whole()
    } catch {
      throw Fault(span: file.span(from: error.offset, to: error.offset + 1))
    }
    var start = JSONScanner(file.bytes)
    start.blanks()
    return JSONView(file: file, from: start.index)
  }

  private init(file: SourceFile, from start: Int) {
    var scanner = JSONScanner(file.bytes, from: start)
    try? scanner.value(depth: 0)
    (self.file, range) = (file, start..<max(start, scanner.index))
  }

  private init(file: SourceFile, range: Range<Int>) { (self.file, self.range) = (file, range) }

  /// The bytes it is written in.
  public var bytes: ArraySlice<UInt8> { file.bytes[range] }

  /// Where it stands.
  public var span: SourceSpan { file.span(from: range.lowerBound, to: range.upperBound) }

  /// Offset of its first byte.
  public var offset: Int { range.lowerBound }

  private var first: UInt8? { range.isEmpty ? nil : file.bytes[range.lowerBound] }

  /// True for null.
  public var isNull: Bool { first == UInt8(ascii: "n") }

  /// Keys with values in their order; nil where it is no object.
  public var members: [(key: String, value: JSONView)]? {
    guard first == UInt8(ascii: "{") else { return nil }
    return items().map { ($0.key.map { Self.text(file.bytes[$0]) } ?? "", $0.value) }
  }

  /// The values of an object that has these keys in this order; nil where it is anything else.
  public func values(ofKeys keys: [String]) -> [JSONView]? {
    guard first == UInt8(ascii: "{") else { return nil }
    let items = items()
    guard items.count == keys.count else { return nil }
    for (item, key) in zip(items, keys) {
      guard let range = item.key else { return nil }
      let inner = file.bytes[range].dropFirst().dropLast()
      guard inner.elementsEqual(key.utf8) || Self.text(file.bytes[range]) == key else { return nil }
    }
    return items.map(\.value)
  }

  /// Values in their order; nil where it is no list.
  public var elements: [JSONView]? {
    guard first == UInt8(ascii: "[") else { return nil }
    return items().map(\.value)
  }

  /// The value of a key; nil where there is none.
  public subscript(_ key: String) -> JSONView? { members?.first { $0.key == key }?.value }

  /// A text; nil where it is none.
  public var text: String? { first == UInt8(ascii: "\"") ? Self.text(bytes) : nil }

  /// A whole number; nil where it is none.
  public var whole: Int? { Int(String(decoding: bytes, as: UTF8.self)) }

  /// A text as it is, a number or word as written, nothing for null: what a CSV file would hold.
  public var cell: String {
    if isNull { return "" }
    return text ?? String(decoding: bytes, as: UTF8.self)
  }

  private func items() -> [(key: Range<Int>?, value: JSONView)] {
    var scanner = JSONScanner(file.bytes, from: range.lowerBound + 1)
    let isObject = first == UInt8(ascii: "{")
    var found: [(Range<Int>?, JSONView)] = []
    scanner.blanks()
    while scanner.index < range.upperBound - 1 {
      var key: Range<Int>?
      do {
        if isObject {
          let start = scanner.index
          try scanner.string()
          key = start..<scanner.index
          scanner.blanks()
          try scanner.pass(UInt8(ascii: ":"))
          scanner.blanks()
        }
        let start = scanner.index
        try scanner.value(depth: 0)
        found.append((key, JSONView(file: file, range: start..<scanner.index)))
        scanner.blanks()
        if scanner.index < range.upperBound - 1 { try scanner.pass(UInt8(ascii: ",")) }
        scanner.blanks()
      } catch {
        return found
      }
    }
    return found
  }

  /// A string without its quotes and escapes; lone surrogates become the replacement character.
  private static func text(_ quoted: ArraySlice<UInt8>) -> String {
    let inner = quoted.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var units: [UInt16] = []
    var rest = inner
    while let byte = rest.first {
      guard byte == UInt8(ascii: "\\") else {
        let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
        units += String(decoding: plain, as: UTF8.self).utf16
        rest = rest.dropFirst(plain.count)
        continue
      }
      let code = rest.dropFirst().first ?? 0
      rest = rest.dropFirst(2)
      if code == UInt8(ascii: "u") {
        units.append(
          UInt16(truncatingIfNeeded: rest.prefix(4).reduce(0) { $0 << 4 | (JSONScanner.hex($1) ?? 0) }))
        rest = rest.dropFirst(4)
      } else {
        units.append(UInt16(plain[code] ?? code))
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "t"): 0x09,
  ]
}
