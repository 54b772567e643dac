/// Plain Monte Carlo: independent uniform numbers.
///
/// The number of (draw i, dimension d) is one half of the ``Philox4x32`` block with counter
/// (i / 2, d): the first for even i, the second for odd.
public struct MonteCarlo: PointSet, Hashable {
  /// Coordinates of a point.
  public let dimensions: Int
  private let generator: Philox4x32

  /// Points of `dimensions` coordinates; replicates of one seed are independent of each other.
  public init(dimensions: Int, seed: UInt64, replicate: Int = 0) throws(SamplingFault) {
    try SamplingFault.check(dimensions, 1...Int(Int32.max), SamplingFault.dimensions)
    try SamplingFault.check(replicate, 0...(RandomUse.replicates - 1), SamplingFault.replicate)
    self.dimensions = dimensions
    generator = RandomUse.draws.generator(seed: seed, replicate: replicate)
  }

  /// Draws that there are: as many as can be counted.
  public var limit: Int { .max }

  /// Writes one coordinate of a run of points; see ``PointSet/fill(draws:dimension:into:)``.
  public func fill(draws: Range<Int>, dimension: Int, into column: UnsafeMutableBufferPointer<Double>) {
    guard let draws = fillable(draws, dimension, column) else { return }
    let block = UInt32(truncatingIfNeeded: dimension)
    var draw = draws.lowerBound
    var place = 0
    if draw & 1 == 1 {
      column[0] = UnitInterval.open(generator.pair(draw: UInt64(draw) &>> 1, block: block).second)
      (draw, place) = (draw &+ 1, 1)
    }
    let pairs = (draws.upperBound &- draw) / 2
    for step in 0..<pairs {
      let pair = generator.pair(draw: UInt64(draw) &>> 1 &+ UInt64(step), block: block)
      column[place &+ 2 &* step] = UnitInterval.open(pair.first)
      column[place &+ 2 &* step &+ 1] = UnitInterval.open(pair.second)
    }
    if draw &+ 2 &* pairs < draws.upperBound {
      let pair = generator.pair(draw: UInt64(draw) &>> 1 &+ UInt64(pairs), block: block)
      column[place &+ 2 &* pairs] = UnitInterval.open(pair.first)
    }
  }
}
