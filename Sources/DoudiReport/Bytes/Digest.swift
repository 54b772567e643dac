import CMessageDigest

/// SHA-256 of texts and files.
public enum Digest {
  /// The 64 lower-case hexadecimal digits of the SHA-256 of `bytes`.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var running = RunningDigest()
    running.add(bytes)
    return running.finish()
  }
}

/// SHA-256 of bytes that come in pieces.
struct RunningDigest {
  private var context = SHA2_CTX()
  /// Bytes so far.
  private(set) var count = 0

  init() { SHA256Init(&context) }

  mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { SHA256Update(&context, start, buffer.count) }
    }
  }

  /// The 64 lower-case hexadecimal digits; nothing can be added afterwards.
  mutating func finish() -> String {
    var result = [UInt8](repeating: 0, count: 32)
    SHA256Final(&result, &context)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in result { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
