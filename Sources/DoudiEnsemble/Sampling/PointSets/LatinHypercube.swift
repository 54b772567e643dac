/// A Latin hypercube of N draws: in each dimension every one of N equal strata holds exactly one.
///
/// ```
/// u(i, d) = (p_d(i) + v) / N      p_d a permutation of 0..<N, v uniform in the stratum
/// ```
///
/// Both come from keys, so any draw can be had without the others. Holds: one draw in each
/// stratum of each dimension. Does not hold: nothing is said about two dimensions together.
public struct LatinHypercube: PointSet, Hashable {
  /// The largest N: a stratum's number and the place in it share 52 bits.
  public static let largest = 1 << 31

  /// Coordinates of a point.
  public let dimensions: Int
  /// Draws of the design, N.
  public let limit: Int
  private let keys: Philox4x32
  private let jitter: Philox4x32

  /// A design of `draws` points; `replicate` numbers independent designs under one seed.
  public init(dimensions: Int, draws: Int, seed: UInt64, replicate: Int = 0) throws(SamplingFault) {
    try SamplingFault.check(dimensions, 1...Int(Int32.max), SamplingFault.dimensions)
    try SamplingFault.check(draws, 1...Self.largest, SamplingFault.draws)
    try SamplingFault.check(replicate, 0...(RandomUse.replicates - 1), SamplingFault.replicate)
    self.dimensions = dimensions
    limit = draws
    keys = RandomUse.permutation.generator(seed: seed, replicate: replicate)
    jitter = RandomUse.jitter.generator(seed: seed, replicate: replicate)
  }

  /// Writes one coordinate of a run of points; see ``PointSet/fill(draws:dimension:into:)``.
  public func fill(draws: Range<Int>, dimension: Int, into column: UnsafeMutableBufferPointer<Double>) {
    guard let draws = fillable(draws, dimension, column) else { return }
    let permutation = KeyedPermutation(count: limit, generator: keys, number: dimension)
    let inside = KeyedHash(key: jitter.pair(draw: UInt64(dimension), block: 0).first)
    let strata = Double(limit)
    for (place, draw) in draws.enumerated() {
      let stratum = permutation(UInt64(draw))
      // Twenty bits and a half: exact beside a stratum's 31, so no draw is rounded into the next.
      let offset = (Double(inside(UInt64(draw)) &>> 44) + 0.5) * 0x1p-20
      column[place] = (Double(stratum) + offset) / strata
    }
  }
}
