public import DoudiInputs

/// A file or stream that could not be written.
public struct OutputFailure: Error, Hashable, Sendable {
  /// What was to be written.
  public let path: String
  /// The system's error number.
  public let code: Int32
  /// What is wrong where the system has no number for it.
  public let reason: Bilingual?

  /// A failure.
  public init(path: String, code: Int32, reason: Bilingual? = nil) {
    (self.path, self.code, self.reason) = (path, code, reason)
  }

  /// The message for people.
  public var message: Bilingual {
    let reason = reason ?? systemReason(code)
    return Bilingual(zh: "无法写入 \(path)：\(reason.zh)", en: "cannot write \(path): \(reason.en)")
  }
}
