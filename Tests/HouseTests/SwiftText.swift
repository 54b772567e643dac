/// A Swift file taken apart: the code, the text of string literals, the comments. Each has
/// the file's length and line breaks, with blanks where the others are, so that a position in
/// one is a position in all.
struct SwiftText {
  let path: String
  let code: String
  let strings: String
  let comments: String
  let documentation: String

  init(path: String, text: String) {
    self.path = path
    var scanner = SwiftScanner(text)
    scanner.scan()
    code = scanner.text(of: .code)
    strings = scanner.text(of: .string)
    comments = scanner.text(of: .comment)
    documentation = scanner.text(of: .documentation)
  }

  /// The lines of one of the parts that hold the byte `mark` (any, without it), with their
  /// numbers: regular expressions are slow, most lines need none.
  static func numberedLines(_ part: String, with mark: Character? = nil) -> [(number: Int, text: Substring)] {
    let byte = mark?.asciiValue
    return part.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .filter { _, line in byte.map { line.contains($0) } ?? !line.isEmpty }
      .map { ($0.offset + 1, Substring($0.element)) }
  }
}

/// Tells code, strings and comments apart, byte by byte. Knows nested comments, raw and
/// multi-line strings and interpolations; not bare-slash regular expressions.
struct SwiftScanner {
  enum Kind: UInt8 { case code, string, comment, documentation }

  private let bytes: [UInt8]
  private var kinds: [Kind]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    kinds = Array(repeating: .code, count: bytes.count)
  }

  func text(of kind: Kind) -> String {
    let kept = zip(bytes, kinds).map { byte, own in
      own == kind || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
    }
    return String(decoding: kept, as: UTF8.self)
  }

  mutating func scan() { scanCode(untilParenthesis: false) }

  /// Code up to the end, or up to the parenthesis that closes an interpolation.
  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while position < bytes.count {
      if startsWith("//") {
        scanLineComment()
      } else if startsWith("/*") {
        scanBlockComment()
      } else if let pounds = openingOfString() {
        scanString(pounds: pounds)
      } else {
        if bytes[position] == UInt8(ascii: "(") { depth += 1 }
        if bytes[position] == UInt8(ascii: ")") {
          if untilParenthesis && depth == 0 { return }
          depth -= 1
        }
        position += 1
      }
    }
  }

  private func startsWith(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func take(_ count: Int, as kind: Kind) {
    for _ in 0..<count where position < bytes.count {
      kinds[position] = kind
      position += 1
    }
  }

  private mutating func scanLineComment() {
    let kind: Kind = startsWith("///") ? .documentation : .comment
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { take(1, as: kind) }
  }

  private mutating func scanBlockComment() {
    let kind: Kind = startsWith("/**") ? .documentation : .comment
    var depth = 0
    repeat {
      if startsWith("/*") {
        depth += 1
        take(2, as: kind)
      } else if startsWith("*/") {
        depth -= 1
        take(2, as: kind)
      } else {
        take(1, as: kind)
      }
    } while depth > 0 && position < bytes.count
  }

  /// The number of # before a quote that starts here, nil where no string starts.
  private func openingOfString() -> Int? {
    var end = position
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    return end - position
  }

  private mutating func scanString(pounds: Int) {
    position += pounds
    let isLong = startsWith("\"\"\"")
    position += isLong ? 3 : 1
    while position < bytes.count {
      if closes(isLong: isLong, pounds: pounds) {
        position += (isLong ? 3 : 1) + pounds
        return
      }
      if bytes[position] == UInt8(ascii: "\\"), poundsFollow(pounds, at: position + 1) {
        take(1 + pounds, as: .string)
        if position < bytes.count, bytes[position] == UInt8(ascii: "(") {
          position += 1
          scanCode(untilParenthesis: true)
          position += 1
        } else {
          take(1, as: .string)
        }
      } else if !isLong, bytes[position] == UInt8(ascii: "\n") {
        return
      } else {
        take(1, as: .string)
      }
    }
  }

  private func closes(isLong: Bool, pounds: Int) -> Bool {
    isLong
      ? startsWith("\"\"\"") && poundsFollow(pounds, at: position + 3)
      : startsWith("\"") && poundsFollow(pounds, at: position + 1)
  }

  private func poundsFollow(_ count: Int, at start: Int) -> Bool {
    start + count <= bytes.count && bytes[start..<(start + count)].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
