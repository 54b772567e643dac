/// Reads what ``ByteBuffer`` packed; nil where bytes are lacking or no valid text.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func integer() -> Int? {
    guard bytes.count - place >= 8 else { return nil }
    let value = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    place += 8
    return Int(truncatingIfNeeded: value)
  }

  /// A number that says how many items follow, each of at least `size` bytes.
  mutating func count(ofSize size: Int = 1) -> Int? {
    guard let value = integer(), value >= 0, value <= (bytes.count - place) / max(1, size) else { return nil }
    return value
  }

  mutating func real() -> Double? {
    integer().map { Double(bitPattern: UInt64(bitPattern: Int64($0))) }
  }

  mutating func reals() -> [Double]? {
    guard let number = count(ofSize: 8) else { return nil }
    return (0..<number).compactMap { _ in real() }
  }

  mutating func bytes(_ number: Int) -> [UInt8]? {
    guard number >= 0, number <= bytes.count - place else { return nil }
    defer { place += number }
    return Array(bytes[place..<(place + number)])
  }

  mutating func text() -> String? {
    guard let number = count() else { return nil }
    return bytes(number).flatMap { String(validating: $0, as: UTF8.self) }
  }

  mutating func list<Item>(_ read: (inout ByteReader) -> Item?) -> [Item]? {
    guard let number = count() else { return nil }
    var items: [Item] = []
    for _ in 0..<number {
      guard let item = read(&self) else { return nil }
      items.append(item)
    }
    return items
  }
}
