/// The Sobol' sequence with the direction numbers of Joe and Kuo (2008), scrambled as Owen (1995)
/// or plain.
///
/// ```
/// x_d(i) = XOR of v_dk over the bits k of gray(i)      gray(i) = i xor (i >> 1), 30 bits
/// u      = scrambled x_d(i), below it random bits      the middle of its cell without scrambling
/// ```
///
/// Draw i comes without the ones before it. Holds: the first 2^m draws put one into each of 2^m
/// equal intervals of every dimension, and in t, m, s terms the net property of the sequence, with
/// scrambling and without. Does not hold: a number of draws that is no power of two, or draws that
/// begin elsewhere than at a multiple of one, loses it in part.
public struct SobolSequence: PointSet, Hashable {
  /// Dimensions that there are direction numbers for.
  public static let largest = SobolDirections.dimensions

  /// Coordinates of a point.
  public let dimensions: Int
  private let scramble: Philox4x32?

  /// The scrambled sequence; each (seed, replicate) is an independent scramble.
  public init(dimensions: Int, seed: UInt64, replicate: Int = 0) throws(SamplingFault) {
    try SamplingFault.check(dimensions, 1...Self.largest, SamplingFault.dimensions)
    try SamplingFault.check(replicate, 0...(RandomUse.replicates - 1), SamplingFault.replicate)
    self.dimensions = dimensions
    scramble = RandomUse.scramble.generator(seed: seed, replicate: replicate)
  }

  /// The sequence without scrambling, each point in the middle of its cell of 2^-30.
  public init(unscrambledDimensions dimensions: Int) throws(SamplingFault) {
    try SamplingFault.check(dimensions, 1...Self.largest, SamplingFault.dimensions)
    self.dimensions = dimensions
    scramble = nil
  }

  /// Draws that have numbers of their own: 2^30.
  public var limit: Int { 1 << SobolDirections.bits }

  /// Writes one coordinate of a run of points; see ``PointSet/fill(draws:dimension:into:)``.
  public func fill(draws: Range<Int>, dimension: Int, into column: UnsafeMutableBufferPointer<Double>) {
    guard let draws = fillable(draws, dimension, column) else { return }
    SobolDirections.withVectors(of: dimension) { vectors in
      if let scramble {
        let tree = OwenScramble(generator: scramble, dimension: dimension)
        OwenScramble.flips.withUnsafeBufferPointer { flips in
          Self.walk(draws, vectors, column) { tree($0, flips) }
        }
      } else {
        Self.walk(draws, vectors, column, Self.middle)
      }
    }
  }

  /// Writes the points `draws`, from one to the next, each through `bits`.
  @inline(__always)
  private static func walk(
    _ draws: Range<Int>, _ vectors: UnsafeBufferPointer<UInt32>,
    _ column: UnsafeMutableBufferPointer<Double>, _ bits: (UInt32) -> UInt64
  ) {
    var x = integer(draws.lowerBound, vectors)
    for place in 0..<draws.count {
      column[place] = UnitInterval.open(bits(x))
      // One direction changes from a draw to the next; past the last draw of all there is none.
      let next = draws.lowerBound &+ place &+ 1
      x ^= vectors[min(next.trailingZeroBitCount, SobolDirections.bits &- 1)]
    }
  }

  /// The 30 bits of draw `draw` before scrambling.
  @inline(__always)
  private static func integer(_ draw: Int, _ vectors: UnsafeBufferPointer<UInt32>) -> UInt32 {
    var gray = UInt(bitPattern: draw ^ (draw &>> 1))
    var x: UInt32 = 0
    while gray != 0 {
      x ^= vectors[gray.trailingZeroBitCount]
      gray &= gray &- 1
    }
    return x
  }

  /// The upper bits of a number in the middle of cell `x`, or next to it: the lowest bit that
  /// ``UnitInterval`` reads is followed by its half.
  @inline(__always)
  private static func middle(_ x: UInt32) -> UInt64 {
    UInt64(x) &<< 34 | 1 &<< 33
  }
}
