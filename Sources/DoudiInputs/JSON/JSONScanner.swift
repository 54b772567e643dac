/// Walks over JSON (RFC 8259) byte by byte and says where it is broken.
struct JSONScanner {
  /// Most levels of lists and objects.
  static let deepest = 64

  private let bytes: [UInt8]
  private(set) var index: Int

  init(_ bytes: [UInt8], from index: Int = 0) { (self.bytes, self.index) = (bytes, index) }

  /// Byte at which the text is no JSON.
  struct Fault: Error {
    let offset: Int
  }

  /// Walks over one value and nothing but blanks after it.
  mutating func whole() throws(Fault) {
    blanks()
    try value(depth: 0)
    blanks()
    if index != bytes.count { throw Fault(offset: index) }
  }

  /// Walks over blanks.
  mutating func blanks() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Walks over a byte that must be there.
  mutating func pass(_ byte: UInt8) throws(Fault) {
    guard next == byte else { throw Fault(offset: index) }
    index += 1
  }

  /// Walks over a value.
  mutating func value(depth: Int) throws(Fault) {
    guard depth < Self.deepest, let byte = next else { throw Fault(offset: index) }
    switch byte {
    case UInt8(ascii: "{"): try items(until: UInt8(ascii: "}"), isObject: true, depth)
    case UInt8(ascii: "["): try items(until: UInt8(ascii: "]"), isObject: false, depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func items(until end: UInt8, isObject: Bool, _ depth: Int) throws(Fault) {
    index += 1
    blanks()
    if next == end {
      index += 1
      return
    }
    while true {
      if isObject {
        try string()
        blanks()
        try pass(UInt8(ascii: ":"))
        blanks()
      }
      try value(depth: depth + 1)
      blanks()
      if next == end {
        index += 1
        return
      }
      try pass(UInt8(ascii: ","))
      blanks()
    }
  }

  private mutating func word(_ word: StaticString) throws(Fault) {
    for place in 0..<word.utf8CodeUnitCount { try pass(word.utf8Start[place]) }
  }

  /// Walks over a string.
  mutating func string() throws(Fault) {
    try pass(UInt8(ascii: "\""))
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"):
        index += 1
        try escape()
      case 0..<0x20: throw Fault(offset: index)
      default: index += 1
      }
    }
    throw Fault(offset: index)
  }

  private mutating func escape() throws(Fault) {
    guard let byte = next else { throw Fault(offset: index) }
    index += 1
    if byte == UInt8(ascii: "u") {
      for _ in 0..<4 {
        guard let digit = next, Self.hex(digit) != nil else { throw Fault(offset: index) }
        index += 1
      }
    } else if !"\"\\/bfnrt".utf8.contains(byte) {
      throw Fault(offset: index - 1)
    }
  }

  /// Value of a hexadecimal digit.
  static func hex(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  private mutating func digits() throws(Fault) {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw Fault(offset: index) }
  }

  private mutating func number() throws(Fault) {
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return }
    index += 1
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
    try digits()
  }
}
