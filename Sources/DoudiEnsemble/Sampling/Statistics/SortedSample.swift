/// A sample in ascending order: its quantiles and shares.
///
/// NaN marks a failed draw; it is counted and belongs to no quantile.
public struct SortedSample: Hashable, Sendable {
  /// Ascending, without NaN.
  public let values: [Double]
  /// Draws that failed.
  public let failed: Int

  /// Sorts a sample.
  public init(_ sample: [Double]) {
    self = sample.withUnsafeBufferPointer { SortedSample($0) }
  }

  /// Sorts a copy of a sample that lies in a buffer.
  public init(_ sample: UnsafeBufferPointer<Double>) {
    (values, failed) = RadixSort.sorted(sample)
  }

  /// Which place in the sample a probability stands for; numbers after Hyndman and Fan (1996).
  public enum Rule: Sendable {
    /// `h = (n - 1) p`: the default of R and NumPy.
    case type7
    /// `h = n p - 1/2` (Hazen): without bias where draws are spread evenly.
    case type5
  }

  /// The quantile of probability p, interpolated between two draws with NumPy's arithmetic.
  ///
  /// ```
  /// x = x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])      counted from 0
  /// ```
  ///
  /// Of a sample whose draws are spread evenly (Sobol', Latin hypercube), type 7 is the quantile of
  /// p - (p - 1/2) / n. The shift is the same in all replicates, so their spread does not show it: for
  /// error bars on few draws take type 5. Nil for an empty sample or a p outside 0...1.
  public func quantile(_ p: Double, _ rule: Rule = .type7) -> Double? {
    guard let last = values.indices.last, p >= 0, p <= 1 else { return nil }
    let place: Double
    switch rule {
    case .type7: place = Double(last) * p
    case .type5: place = min(Double(last), max(0, Double(last + 1) * p - 0.5))
    }
    let index = min(last, Int(place))
    let (low, high) = (values[index], values[min(last, index + 1)])
    let part = place - Double(index)
    // From the nearer end, so that part = 1 gives `high` to the bit.
    return part < 0.5 ? low + part * (high - low) : high - (1 - part) * (high - low)
  }

  /// The quantiles 5, 10, 25, 50, 75, 90 and 95 %; nil for an empty sample.
  public var fan: Fan? { Fan(self) }

  /// The share of the sample that is above `bound`: `P(X > bound)`; nil for an empty sample.
  public func share(above bound: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return Double(values.count - low) / Double(values.count)
  }
}
