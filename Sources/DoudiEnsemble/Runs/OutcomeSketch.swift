public import DoudiModel

/// What the draws of one figure say where they are too many to keep: a sketch for each replicate.
///
/// Counts are whole numbers, so the outcome has the same bits however the draws are shared out. Quantiles
/// are off by a cell at most (``QuantileSketch/precision``), mean and deviation by half of one.
public struct OutcomeSketch: Sendable {
  private var parts: [QuantileSketch]
  private let size: Int

  /// An empty one for `draws` draws in `replicates` parts of equal size.
  public init(draws: Int, replicates: Int) {
    parts = Array(repeating: QuantileSketch(), count: max(1, replicates))
    size = max(1, draws / max(1, replicates))
  }

  /// Adds draws, the first of which is number `first`.
  public mutating func add(_ values: UnsafeBufferPointer<Double>, first: Int) {
    var place = 0
    while place < values.count {
      let part = min(parts.count - 1, (first + place) / size)
      let end = part == parts.count - 1 ? values.count : min(values.count, (part + 1) * size - first)
      parts[part].add(UnsafeBufferPointer(rebasing: values[place..<end]))
      place = end
    }
  }

  /// All draws together.
  public var whole: QuantileSketch {
    parts.dropFirst().reduce(into: parts[0]) { $0.merge($1) }
  }

  /// What they say; without quantiles where no draw has a value.
  public func outcome(region: String, output: DrawOutput) -> Outcome {
    let whole = self.whole
    let each = parts.count > 1 ? parts.compactMap { $0.quantiles(Outcome.levels) } : []
    let errors =
      each.isEmpty
      ? []
      : Outcome.levels.indices.compactMap { level in
        ReplicateEstimate(each.map { $0[level] })?.standardError
      }
    var (below, above): (Double?, Double?) = (nil, nil)
    switch output.kind {
    case .slack: below = whole.share(below: 0)
    // Cells at zero hold what is filled up by nothing.
    case .refill: above = whole.share(below: Outcome.noise).map { 1 - $0 }
    default: break
    }
    return Outcome(
      region: region, output: output, mean: whole.moments?.mean, deviation: whole.moments?.deviation,
      quantiles: whole.quantiles(Outcome.levels) ?? [],
      errors: errors.count == Outcome.levels.count ? errors : [], below: below, above: above,
      failed: whole.failed)
  }
}
