import DoudiUnits

/// Takes the text of a formula apart, by descent; nil for anything that workbooks of this program do not hold.
struct FormulaParser {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// Longest formula, and most brackets within brackets.
  private static let longest = 16_384
  private static let deepest = 32

  /// - Parameter text: without "=".
  /// - Returns: the formula.
  static func parse(_ text: String) -> FormulaNode? {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest else { return nil }
    var parser = FormulaParser(bytes: bytes)
    guard let node = parser.comparison() else { return nil }
    parser.skipBlanks()
    return parser.place == bytes.count ? node : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  // MARK: levels

  private mutating func comparison() -> FormulaNode? {
    guard let left = sum() else { return nil }
    for sign in [FormulaNode.Operator.lessOrEqual, .moreOrEqual, .unequal, .less, .more, .equal]
    where take(sign.rawValue) {
      return sum().map { .binary(sign, left, $0) }
    }
    return left
  }

  private mutating func sum() -> FormulaNode? {
    guard var left = product() else { return nil }
    while true {
      let sign: FormulaNode.Operator
      if take("+") { sign = .add } else if take("-") { sign = .subtract } else { return left }
      guard let right = product() else { return nil }
      left = .binary(sign, left, right)
    }
  }

  private mutating func product() -> FormulaNode? {
    guard var left = factor() else { return nil }
    while true {
      let sign: FormulaNode.Operator
      if take("*") { sign = .multiply } else if take("/") { sign = .divide } else { return left }
      guard let right = factor() else { return nil }
      left = .binary(sign, left, right)
    }
  }

  private mutating func factor() -> FormulaNode? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    if take("-") { return factor().map { .negative($0) } }
    if take("+") { return factor() }
    if take("(") {
      guard let node = comparison(), take(")") else { return nil }
      return node
    }
    skipBlanks()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\""): return quoted(UInt8(ascii: "\"")).map { .text($0) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return number()
    default: return call() ?? reference()
    }
  }

  // MARK: leaves

  private mutating func number() -> FormulaNode? {
    let start = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) || bytes[place] == UInt8(ascii: ".") {
      place += 1
    }
    return FormulaNumber.exact(String(decoding: bytes[start..<place], as: UTF8.self)).map { .number($0) }
  }

  private mutating func call() -> FormulaNode? {
    var end = place
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "("),
      let function = FormulaFunction(rawValue: String(decoding: bytes[place..<end], as: UTF8.self))
    else { return nil }
    place = end + 1
    var nodes: [FormulaNode] = []
    repeat {
      guard let node = comparison(), nodes.count < 255 else { return nil }
      nodes.append(node)
    } while take(",")
    guard take(")"), function.arguments.contains(nodes.count) else { return nil }
    return .call(function, nodes)
  }

  private mutating func reference() -> FormulaNode? {
    let start = place
    let sheet = sheetName()
    if sheet == nil { place = start }
    guard let first = cell(sheet) else { return nil }
    guard take(":") else { return .cell(first) }
    return cell(sheet).map { .range(first, $0) }
  }

  /// "'Name'!" or "Name!"; nil where none stands here.
  private mutating func sheetName() -> String? {
    var name: String?
    if place < bytes.count, bytes[place] == UInt8(ascii: "'") {
      name = quoted(UInt8(ascii: "'"))
    } else {
      let start = place
      while place < bytes.count, Self.isNamePart(bytes[place]) { place += 1 }
      name = String(decoding: bytes[start..<place], as: UTF8.self)
      // As LibreOffice marks a name that does not move.
      if name?.hasPrefix("$") == true { name?.removeFirst() }
    }
    guard name?.isEmpty == false, take("!") else { return nil }
    return name
  }

  private mutating func cell(_ sheet: String?) -> FormulaReference? {
    let isFixedColumn = take("$")
    let start = place
    while place < bytes.count, Self.isLetter(bytes[place]) { place += 1 }
    var name = Array(bytes[start..<place])
    let isFixedRow = take("$")
    let digits = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    name += bytes[digits..<place]
    guard let found = name.withUnsafeBufferPointer(SheetReference.place) else { return nil }
    return FormulaReference(
      sheet: sheet, row: found.row, column: found.column, isFixedRow: isFixedRow,
      isFixedColumn: isFixedColumn)
  }

  // MARK: bytes

  /// A text in marks, its own marks doubled.
  private mutating func quoted(_ mark: UInt8) -> String? {
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      if bytes[place] == mark {
        place += 1
        guard place < bytes.count, bytes[place] == mark else { return String(decoding: text, as: UTF8.self) }
      }
      text.append(bytes[place])
      place += 1
    }
    return nil
  }

  private mutating func take(_ sign: String) -> Bool {
    skipBlanks()
    guard bytes[place...].starts(with: sign.utf8) else { return false }
    place += sign.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// Of a sheet's name without marks around it.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isLetter(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$")].contains(byte)
  }
}
