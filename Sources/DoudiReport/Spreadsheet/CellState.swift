/// The cell that is being read.
struct CellState {
  /// What the text at hand belongs to.
  enum Target { case nothing, value, formula }

  /// Bytes of one cell: 32,767 characters of at most four.
  static let mostBytes = 131_072

  private(set) var row = -1
  private(set) var column = -1
  private(set) var kind = RawCell.Kind.blank
  /// True where the value is the number of a shared text.
  private(set) var isShared = false
  private(set) var value = ByteRoom()
  private var formula = ByteRoom()
  private var hasFormula = false
  private var sharedFormula: Int?
  var target = Target.nothing
  var isInCell = false
  /// True within how a word is said.
  var isPhonetic = false

  /// The formula; nil where there is none.
  var rawFormula: RawFormula? {
    hasFormula ? RawFormula(text: String(decoding: formula.bytes, as: UTF8.self), shared: sharedFormula) : nil
  }

  /// False where there can be no such row.
  mutating func startRow(_ attributes: XMLAttributes) -> Bool {
    row = attributes.bytes("r").flatMap(SheetReference.number).map { $0 - 1 } ?? row + 1
    column = -1
    return (0..<SheetScanner.mostRows).contains(row)
  }

  /// False where there can be no such cell.
  mutating func start(_ attributes: XMLAttributes) -> Bool {
    value.count = 0
    (hasFormula, isShared, isInCell, isPhonetic) = (false, false, true, false)
    column += 1
    if let reference = attributes.bytes("r") {
      guard let place = SheetReference.place(reference), place.row == row else { return false }
      column = place.column
    }
    setKind(attributes.bytes("t"))
    return (0..<SheetScanner.mostColumns).contains(column)
  }

  private mutating func setKind(_ type: UnsafeBufferPointer<UInt8>?) {
    kind = .number
    guard let type, let first = type.first else { return }
    switch (first, type.count) {
    case (UInt8(ascii: "n"), 1): break
    case (UInt8(ascii: "s"), 1): (kind, isShared) = (.text, true)
    case (UInt8(ascii: "b"), 1): kind = .boolean
    case (UInt8(ascii: "e"), 1): kind = .error
    default: kind = .text
    }
  }

  mutating func startFormula(_ attributes: XMLAttributes) {
    guard isInCell else { return }
    (target, hasFormula, formula.count) = (.formula, true, 0)
    let isShared = attributes.bytes("t")?.elementsEqual("shared".utf8) == true
    sharedFormula = isShared ? attributes.bytes("si").flatMap(SheetReference.number) : nil
  }

  /// Adds text; false where a cell has too much of it.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch target {
    case .nothing: return true
    case .value: value.add(bytes)
    case .formula: formula.add(bytes)
    }
    return value.count <= Self.mostBytes && formula.count <= Self.mostBytes
  }
}

/// Bytes in memory that is used again and again.
final class ByteRoom {
  private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  private var room = 256
  var count = 0

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  func add(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let source = piece.baseAddress else { return }
    if count + piece.count > room {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (count + piece.count))
      larger.update(from: start, count: count)
      start.deallocate()
      (start, room) = (larger, 2 * (count + piece.count))
    }
    (start + count).update(from: source, count: piece.count)
    count += piece.count
  }
}

/// References and numbers as bytes.
enum SheetReference {
  /// A whole number of up to nine digits.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? { number(bytes, from: 0) }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
    guard (1...9).contains(bytes.count - first) else { return nil }
    var number = 0
    var place = first
    while place < bytes.count {
      let digit = bytes[place] &- 0x30
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
      place += 1
    }
    return number
  }

  /// Row and column of "B7", from 0.
  static func place(_ bytes: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var digits = 0
    while digits < min(3, bytes.count), (0x41...0x5A).contains(bytes[digits]) {
      column = column * 26 + Int(bytes[digits]) - 64
      digits += 1
    }
    guard digits > 0, let row = number(bytes, from: digits), row > 0 else { return nil }
    return (row - 1, column - 1)
  }
}
