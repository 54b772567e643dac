public import DoudiInputs

/// A way to say in advance what a report will show.
public enum BacktestMethod: String, CaseIterable, Sendable {
  /// The model.
  case model
  /// Nothing changes: the last report, and its month's spending for every month to come.
  case persistence
  /// The two last comparable reports, continued at the rate of growth between them.
  case trend

  /// Name for tables.
  public var name: Bilingual {
    switch self {
    case .model: Bilingual(zh: "模型", en: "model")
    case .persistence: Bilingual(zh: "保持不变", en: "persistence")
    case .trend: Bilingual(zh: "趋势外推", en: "trend")
    }
  }
}
