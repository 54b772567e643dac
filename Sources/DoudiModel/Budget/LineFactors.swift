/// What the volume of a payment counts.
public enum VolumeKind: Sendable {
  /// Persons, month by month.
  case persons
  /// Events, which a year adds up.
  case cases
  /// Posts, month by month.
  case posts
}

/// What one ledger line is a product of, before its rounding to fen:
///
///     money = volume x price x ratio,   base = volume x price
///
/// Lines of a year add up: the year's price is the sum of bases over the sum of volumes, its ratio the money
/// over the sum of bases.
public struct LineFactors: Sendable {
  /// Persons, cases or posts; 0 for a line that pays more to persons already counted (back pay).
  public let volume: Double
  /// Volume x price in CNY.
  public let base: Double
  /// Share of the base that is paid.
  public let ratio: Double

  /// Factors of a line.
  public init(volume: Double, base: Double, ratio: Double) {
    (self.volume, self.base, self.ratio) = (volume, base, ratio)
  }
}
