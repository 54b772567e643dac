/// A statistic computed apart on R independent scrambles (or designs, or seeds), and how far off it is.
///
/// ```
/// estimate = mean of the R statistics,   standard error = sd of the R statistics / sqrt(R)
/// ```
///
/// The draws of one scramble depend on each other, so an error from within one would be too wide, up to
/// orders of magnitude for smooth outputs.
public struct ReplicateEstimate: Hashable, Sendable {
  /// Independent replicates, R.
  public let count: Int
  /// The mean of the statistics.
  public let value: Double
  /// Nil for a single replicate.
  public let standardError: Double?

  /// From the statistic of each replicate; nil when there is none.
  public init?(_ statistics: some Collection<Double>) {
    guard !statistics.isEmpty else { return nil }
    count = statistics.count
    let number = Double(count)
    let mean = statistics.reduce(0, +) / number
    let squares = statistics.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    value = mean
    standardError = count > 1 ? (squares / (number - 1) / number).squareRoot() : nil
  }
}
