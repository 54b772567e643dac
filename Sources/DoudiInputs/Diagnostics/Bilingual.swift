/// The language of messages and tables.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese (simplified).
  case zh
  /// English.
  case en
}

/// Two texts of one message.
public struct Bilingual: Hashable, Sendable {
  /// Chinese text.
  public let zh: String
  /// English text.
  public let en: String

  /// Both texts.
  public init(zh: String, en: String) { (self.zh, self.en) = (zh, en) }

  /// The text in one language.
  public func text(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
