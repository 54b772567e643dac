public import DoudiUnits

/// What a pot is counted in. Amounts are whole units.
public enum AllocationUnit: String, CaseIterable, Sendable {
  /// Hundredths of a yuan.
  case fen
  /// CNY.
  case yuan
  /// Anything that is no money: seats, posts, beds.
  case seat

  /// Units in one yuan; nil where the unit is no money.
  public var perYuan: Rational? {
    switch self {
    case .fen: Rational(100)
    case .yuan: .one
    case .seat: nil
    }
  }

  /// Fen in one unit; nil where the unit is no money.
  public var fen: Int64? {
    switch self {
    case .fen: 1
    case .yuan: 100
    case .seat: nil
    }
  }
}
