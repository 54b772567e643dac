extension ReplicateEstimate {
  /// From a statistic of all replicates together and its error.
  init(count: Int, value: Double, standardError: Double?) {
    (self.count, self.value, self.standardError) = (count, value, standardError)
  }

  /// The interval that covers the truth with probability `confidence`, as far as replicates are normal.
  ///
  /// ```
  /// value -+ t standard error       t of count - 1 degrees of freedom
  /// ```
  ///
  /// Nil for a single replicate, or a probability outside (0, 1).
  public func interval(_ confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let standardError, confidence > 0, confidence < 1 else { return nil }
    let half = standardError * StudentQuantile.value((1 + confidence) / 2, freedom: count - 1)
    return half.isFinite && value.isFinite ? (value - half)...(value + half) : nil
  }
}
