public import DoudiInputs

/// The unit in which a screen shows money.
public enum MoneyUnit: String, CaseIterable, Sendable {
  /// CNY.
  case yuan
  /// 10,000 CNY.
  case wan
  /// 100 million CNY.
  case yi

  /// Fen in the last printed digit: 1 fen, 100 yuan, 10,000 yuan.
  public var quantum: Int64 {
    switch self {
    case .yuan: 1
    case .wan: 10_000
    case .yi: 1_000_000
    }
  }

  /// Printed digits after the point.
  public var places: Int { self == .yi ? 4 : 2 }

  /// Yuan in one unit.
  var yuan: Int {
    switch self {
    case .yuan: 1
    case .wan: 10_000
    case .yi: 100_000_000
    }
  }

  /// Its name.
  public var label: Bilingual {
    switch self {
    case .yuan: Bilingual(zh: "元", en: "CNY")
    case .wan: Bilingual(zh: "万元", en: "10,000 CNY")
    case .yi: Bilingual(zh: "亿元", en: "100 million CNY")
    }
  }
}
