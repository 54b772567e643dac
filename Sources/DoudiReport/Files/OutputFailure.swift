public import DoudiInputs

/// A file or stream that could not be written.
public struct OutputFailure: Error, Hashable, Sendable {
  /// What was to be written.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// A failure.
  public init(path: String, code: Int32) { (self.path, self.code) = (path, code) }

  /// The message for people.
  public var message: Bilingual {
    let reason = systemReason(code)
    return Bilingual(zh: "无法写入 \(path)：\(reason.zh)", en: "cannot write \(path): \(reason.en)")
  }
}
