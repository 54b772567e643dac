/// Why a point set, a copula or a sampler cannot be made from what was given.
public enum SamplingFault: Error, Hashable, Sendable {
  /// Fewer than one dimension or more than there are.
  case dimensions(given: Int, allowed: ClosedRange<Int>)
  /// Fewer than one draw or more than the design can number.
  case draws(given: Int, allowed: ClosedRange<Int>)
  /// A replicate's number below 0 or too large.
  case replicate(given: Int, allowed: ClosedRange<Int>)
  /// A factor that is not a square of the dimensions: elements given and needed.
  case factorSize(given: Int, needed: Int)
  /// A number in the factor that is not finite, or not 0 above the diagonal, or not positive on it.
  case factorElement(row: Int, column: Int)
  /// A row of the factor whose length is not 1, so that L L' is no correlation matrix.
  case factorRow(row: Int, length: Double)
  /// Distributions and dimensions of different number.
  case distributions(given: Int, needed: Int)

  /// Throws where `count` is not in `allowed`.
  static func check(
    _ count: Int, _ allowed: ClosedRange<Int>, _ fault: (Int, ClosedRange<Int>) -> SamplingFault
  ) throws(SamplingFault) {
    if !allowed.contains(count) { throw fault(count, allowed) }
  }
}
