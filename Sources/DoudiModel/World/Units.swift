public import DoudiInputs

/// The units the model computes in.
public enum Units {
  /// Heads.
  public static let persons = unit("persons")
  /// Families.
  public static let households = unit("households")
  /// Anything counted.
  public static let count = unit("count")
  /// Standards.
  public static let monthly = unit("CNY/person/month")
  /// Series.
  public static let yearly = unit("CNY/person/year")
  /// Wages.
  public static let wage = unit("CNY/month")
  /// Lags.
  public static let years = unit("years")
  /// Money.
  public static let cny = unit("CNY")

  private static func unit(_ text: String) -> Measure { Measure(text: text) ?? .one }
}
