/// The seven quantiles that a fan shows.
public struct Fan: Hashable, Sendable {
  /// Their probabilities.
  public static let levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

  /// One value for each level, ascending.
  public let values: [Double]

  /// The fan of a sample; nil when it is empty.
  public init?(_ sample: SortedSample, _ rule: SortedSample.Rule = .type7) {
    let values = Self.levels.compactMap { sample.quantile($0, rule) }
    guard values.count == Self.levels.count else { return nil }
    self.values = values
  }

  /// The middle of the fan.
  public var median: Double { values[values.count / 2] }
}
