/// Random numbers without a state: Philox 4x32 with ten rounds (Salmon, Moraes, Dror and Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3", 2011), a bijection of 128-bit counters under a
/// 64-bit key.
///
/// The key is the seed. The counter is (draw, block, stream): 64, 32 and 32 bits, the lowest word
/// of the draw first. Whoever knows the four numbers has the words, whatever was drawn before, so
/// that any share of the draws gives the bits that one process gives.
///
/// Holds: two different (seed, stream, draw, block) with the same seed never give the same four
/// words. Does not hold: words of different seeds may coincide, as random ones do. Every seed is
/// a seed, 0 as well. Not for secrets.
public struct Philox4x32: Hashable, Sendable {
  /// The key of the bijection; any number.
  public let seed: UInt64
  /// The last word of the counter: one number for each use of a seed.
  public let stream: UInt32

  /// The generator of one stream of a seed.
  public init(seed: UInt64, stream: UInt32) {
    self.seed = seed
    self.stream = stream
  }

  /// The four words of a counter.
  public func words(draw: UInt64, block: UInt32) -> SIMD4<UInt32> {
    let pair = pair(draw: draw, block: block)
    return SIMD4(
      UInt32(truncatingIfNeeded: pair.first), UInt32(truncatingIfNeeded: pair.first &>> 32),
      UInt32(truncatingIfNeeded: pair.second), UInt32(truncatingIfNeeded: pair.second &>> 32))
  }

  /// Two independent words of 64 bits: those of ``words(draw:block:)`` in pairs, low word first.
  @inline(__always)
  public func pair(draw: UInt64, block: UInt32) -> (first: UInt64, second: UInt64) {
    let low: UInt64 = 0xFFFF_FFFF
    var (a, b) = (draw & low, draw &>> 32)
    var (c, d) = (UInt64(block), UInt64(stream))
    // The words are kept in the lower halves of 64 bits, where a product has room.
    var (first, second) = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
    for _ in 0..<10 {
      let left = a &* 0xD251_1F53
      let right = c &* 0xCD9E_8D57
      (a, b) = ((right &>> 32) ^ b ^ UInt64(first), right & low)
      (c, d) = ((left &>> 32) ^ d ^ UInt64(second), left & low)
      first &+= 0x9E37_79B9
      second &+= 0xBB67_AE85
    }
    return (a | b &<< 32, c | d &<< 32)
  }
}
