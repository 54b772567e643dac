import CMessageDigest

/// SHA-256 of texts and files.
public enum Digest {
  /// The 64 lower-case hexadecimal digits of the SHA-256 of `bytes`.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { SHA256Update(&context, start, buffer.count) }
    }
    var result = [UInt8](repeating: 0, count: 32)
    SHA256Final(&result, &context)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in result { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
