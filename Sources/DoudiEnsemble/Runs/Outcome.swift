public import DoudiModel
import DoudiUnits

/// What the draws say of one figure of one region.
public struct Outcome: Sendable {
  /// A slack this little below zero is rounding: a limit met exactly is not broken.
  static let noise = 0x1p-20
  /// Probabilities of the quantiles.
  public static let levels = Fan.levels
  /// Region.
  public let region: String
  /// The figure.
  public let output: DrawOutput
  /// Mean; nil where no draw has a value.
  public let mean: Double?
  /// Standard deviation over the draws.
  public let deviation: Double?
  /// Quantiles at ``levels``; empty where no draw has a value.
  public let quantiles: [Double]
  /// Standard errors of the quantiles, by independent replicates; empty for a single one.
  public let errors: [Double]
  /// Share of draws below zero, for slacks: the probability that the limit is broken.
  public let below: Double?
  /// Share of draws above zero, for refills: the probability that a reserve has to be filled up.
  public let above: Double?
  /// Draws without a value.
  public let failed: Int

  /// What has been worked out elsewhere.
  public init(
    region: String, output: DrawOutput, mean: Double?, deviation: Double?, quantiles: [Double],
    errors: [Double], below: Double?, above: Double?, failed: Int
  ) {
    (self.region, self.output, self.mean, self.deviation) = (region, output, mean, deviation)
    (self.quantiles, self.errors, self.failed) = (quantiles, errors, failed)
    (self.below, self.above) = (below, above)
  }

  /// What draws say; `replicates` are the parts of equal size that they divide into.
  init(
    _ draws: UnsafeBufferPointer<Double>, region: String, output: DrawOutput, replicates: Int
  ) {
    (self.region, self.output) = (region, output)
    let sample = SortedSample(draws)
    failed = sample.failed
    let count = Double(sample.values.count)
    let mean = count > 0 ? sample.values.reduce(0, +) / count : nil
    self.mean = mean
    deviation = mean.flatMap { mean in
      count > 1
        ? (sample.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot() : nil
    }
    quantiles = Self.levels.compactMap { sample.quantile($0, .type5) }
    errors = Self.errors(draws, replicates)
    switch output.kind {
    case .slack: (below, above) = (Self.share(sample.values, below: -Self.noise), nil)
    case .refill: (below, above) = (nil, Self.share(sample.values, below: Self.noise).map { 1 - $0 })
    default: (below, above) = (nil, nil)
    }
  }

  private static func errors(_ draws: UnsafeBufferPointer<Double>, _ replicates: Int) -> [Double] {
    let size = draws.count / max(1, replicates)
    guard replicates > 1, size > 0 else { return [] }
    let samples = (0..<replicates).map { part in
      SortedSample(UnsafeBufferPointer(rebasing: draws[(part * size)..<((part + 1) * size)]))
    }
    return levels.compactMap { level in
      ReplicateEstimate(samples.compactMap { $0.quantile(level, .type5) })?.standardError
    }
  }

  /// The share of an ascending sample below a bound.
  static func share(_ values: [Double], below bound: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    return Double(values.partitioningIndex { $0 >= bound }) / Double(values.count)
  }
}

extension Array {
  /// The first position at which a condition holds that, once it holds, goes on to hold.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension OutcomeTable {
  /// What the draws say of a region's output; nil where it has none.
  public func outcome(node: Int, output: Int, replicates: Int) -> Outcome? {
    guard has(node: node, output: output) else { return nil }
    return Outcome(
      draws(node: node, output: output), region: nodes.names[node], output: outputs[output],
      replicates: replicates)
  }

  /// The share of draws above a bound.
  public func share(node: Int, output: Int, above bound: Double) -> Double? {
    SortedSample(draws(node: node, output: output)).share(above: bound)
  }
}
