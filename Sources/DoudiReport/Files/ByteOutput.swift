/// A stream of bytes that is handed on in pieces of some 64 kB.
public final class ByteOutput {
  /// What has not been handed on yet.
  public var buffer = ByteBuffer()
  private let drain: ([UInt8]) throws -> Void

  /// A stream whose pieces go to `drain`.
  public init(drain: @escaping ([UInt8]) throws -> Void) { self.drain = drain }

  /// Hands on bytes as they are, after everything before them.
  func write(_ bytes: [UInt8]) throws {
    try finish()
    try drain(bytes)
  }

  /// Hands on a buffer once it is a large piece, and empties it; for loops with a buffer of
  /// their own.
  func settle(_ own: inout ByteBuffer) throws {
    guard own.count > 65_536 else { return }
    try finish()
    try drain(own.bytes)
    own.removeAll()
  }

  /// Hands on what there is once it is a large piece; called after each row.
  public func settle() throws {
    if buffer.count > 65_536 { try finish() }
  }

  /// Hands on everything.
  public func finish() throws {
    guard buffer.count > 0 else { return }
    try drain(buffer.bytes)
    buffer.removeAll()
  }

  /// All bytes that `body` writes.
  public static func collect(_ body: (ByteOutput) throws -> Void) rethrows -> [UInt8] {
    let collected = Collected()
    let output = ByteOutput { collected.bytes += $0 }
    try body(output)
    return collected.bytes + output.buffer.bytes
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }
}
