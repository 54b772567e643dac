/// A JSON value whose bytes depend on nothing but what it was made of: keys stay in their order,
/// numbers are the shortest that read back.
public indirect enum JSONTree: Hashable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case flag(Bool)
  /// A number; nothing where it is not finite.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in order.
  case list([JSONTree])
  /// Keys with values, in order.
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONTree
  }

  /// The value of a key; nil where there is none.
  public subscript(_ key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Writes the value without any blank.
  public func write(to buffer: inout ByteBuffer) {
    switch self {
    case .null: buffer.append("null")
    case .flag(let flag): buffer.append(flag ? "true" : "false")
    case .number(let number): number.isFinite ? buffer.append(shortest: number) : buffer.append("null")
    case .text(let text): buffer.append(jsonString: text)
    case .list(let values):
      buffer.append("[")
      for (position, value) in values.enumerated() {
        if position > 0 { buffer.append(",") }
        value.write(to: &buffer)
      }
      buffer.append("]")
    case .object(let members):
      buffer.append("{")
      for (position, member) in members.enumerated() {
        if position > 0 { buffer.append(",") }
        buffer.append(jsonKey: member.key)
        member.value.write(to: &buffer)
      }
      buffer.append("}")
    }
  }

  /// The value's bytes.
  public var bytes: [UInt8] {
    var buffer = ByteBuffer()
    write(to: &buffer)
    return buffer.bytes
  }
}

extension JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
{
  /// An object, in the order it is written in.
  public init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Member(key: $0, value: $1) })
  }
  /// A list.
  public init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A flag.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension JSONTree {
  /// The object with more members behind its own.
  func adding(_ more: JSONTree) -> JSONTree {
    guard case .object(let mine) = self, case .object(let others) = more else { return self }
    return .object(mine + others)
  }
}
