/// Nested uniform scrambling of one dimension (Owen 1995): bit k of a number is flipped or not as a
/// random tree says at the node that the k - 1 bits before it lead to.
///
/// The tree is not stored. Six levels below a node have 63 nodes, and one 64-bit hash of the node
/// holds their flips: seven for the first three levels, seven for each of the eight subtrees of the
/// next three. Thirty levels take five hashes, and a sixth gives the bits below, which no two draws
/// share. So it is the full nested scramble, as random as the hash is, not a linear one.
///
/// Holds: numbers that agree in their first k bits agree in k bits afterwards, and differ in the
/// next one when they did; the net property survives, and each number is uniform.
struct OwenScramble: Sendable {
  private let top: UInt64
  private let second, third, fourth, fifth, tail: KeyedHash

  /// The scramble of `dimension`; its keys are blocks 0, 1 and 2 of that draw of `generator`.
  init(generator: Philox4x32, dimension: Int) {
    let draw = UInt64(truncatingIfNeeded: dimension)
    let (a, b, c) = (
      generator.pair(draw: draw, block: 0), generator.pair(draw: draw, block: 1),
      generator.pair(draw: draw, block: 2)
    )
    top = KeyedHash(key: a.first)(0)
    second = KeyedHash(key: a.second)
    third = KeyedHash(key: b.first)
    fourth = KeyedHash(key: b.second)
    fifth = KeyedHash(key: c.first)
    tail = KeyedHash(key: c.second)
  }

  /// 64 random bits whose upper 30 are the scrambled bits of the 30-bit number `x`; `flips` is
  /// ``flips``.
  @inline(__always)
  func callAsFunction(_ x: UInt32, _ flips: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let x = UInt64(x)
    let scrambled =
      Self.six(top, x &>> 24, flips) &<< 24
      | Self.six(second(x &>> 24), x &>> 18, flips) &<< 18
      | Self.six(third(x &>> 18), x &>> 12, flips) &<< 12
      | Self.six(fourth(x &>> 12), x &>> 6, flips) &<< 6
      | Self.six(fifth(x &>> 6), x, flips)
    return scrambled &<< 34 | tail(x) &>> 30
  }

  /// The lower six bits of `x` with the flips of `tree`, in two steps of three bits.
  @inline(__always)
  private static func six(_ tree: UInt64, _ x: UInt64, _ flips: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let (upper, lower) = (x &>> 3 & 7, x & 7)
    let subtree = tree &>> (7 &* upper &+ 7)
    return UInt64(flips[Int(truncatingIfNeeded: (tree & 127) &<< 3 | upper)]) &<< 3
      | UInt64(flips[Int(truncatingIfNeeded: (subtree & 127) &<< 3 | lower)])
  }

  /// What three bits become under each of the 2^7 trees of three levels: element 8 tree + bits. Bit
  /// n - 1 of the tree is the flip at node n; the root is 1, the children of n are 2 n and 2 n + 1.
  static let flips: [UInt8] = (0..<1024).map { index in
    let (tree, bits) = (index >> 3, index & 7)
    let flipped = [4, 2, 1].enumerated().map { level, place in
      let node = (8 | bits) >> (3 - level)
      return tree >> (node - 1) & 1 == 1 ? place : 0
    }
    return UInt8(truncatingIfNeeded: flipped.reduce(bits, ^))
  }
}
