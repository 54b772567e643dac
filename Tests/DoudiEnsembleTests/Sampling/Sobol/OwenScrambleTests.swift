import Testing

@testable import DoudiEnsemble

@Suite struct OwenScrambleTests {
  private func scrambled(_ x: [UInt32], seed: UInt64, dimension: Int = 0) -> [UInt32] {
    let generator = RandomUse.scramble.generator(seed: seed, replicate: 0)
    let tree = OwenScramble(generator: generator, dimension: dimension)
    return OwenScramble.flips.withUnsafeBufferPointer { flips in
      x.map { UInt32(tree($0, flips) >> 34) }
    }
  }

  /// Two numbers that part at bit k part at bit k afterwards.
  @Test func nested() {
    let numbers = (0..<200 as Range<UInt64>).map { UInt32(KeyedHash(key: 5)($0) >> 34) }
    let near = numbers.flatMap { x in (0..<30).map { x ^ 1 << UInt32($0) } }
    let (a, b) = (scrambled(numbers, seed: 3), scrambled(near, seed: 3))
    for (i, x) in numbers.enumerated() {
      for bit in 0..<30 {
        let after = a[i] ^ b[30 * i + bit]
        #expect(after.leadingZeroBitCount == (x ^ near[30 * i + bit]).leadingZeroBitCount)
      }
    }
  }

  /// At every depth the flips of nodes are fair and independent of their parents' and siblings': each
  /// of 30 bits of a fixed number over 4,000 seeds, and what two neighbours in a tree have in common.
  @Test func flipsAreFair() {
    let x: UInt32 = 0b10_1100_1110_0011_1100_0010_1111_0101
    var (ones, same, siblings) = ([Int](repeating: 0, count: 30), [Int](repeating: 0, count: 30), 0)
    for seed in 0..<4000 as Range<UInt64> {
      let pair = scrambled([x, x ^ 2], seed: seed)
      let flips = pair[0] ^ x
      for bit in 0..<30 { ones[bit] += Int(flips >> UInt32(bit) & 1) }
      for bit in 0..<29 where (flips >> UInt32(bit) ^ flips >> UInt32(bit + 1)) & 1 == 0 { same[bit] += 1 }
      if (pair[0] ^ pair[1]) & 1 == 0 { siblings += 1 }
    }
    // Standard deviation of a count: sqrt(4000) / 2 = 31.6.
    #expect(ones.allSatisfy { abs($0 - 2000) < 145 }, "\(ones)")
    #expect(same.dropLast().allSatisfy { abs($0 - 2000) < 145 }, "\(same)")
    #expect(abs(siblings - 2000) < 145)
  }

  @Test func dimensionsHaveTreesOfTheirOwn() {
    let numbers = (0..<64 as Range<UInt32>).map { $0 << 24 }
    #expect(scrambled(numbers, seed: 0) != scrambled(numbers, seed: 0, dimension: 1))
    #expect(scrambled(numbers, seed: 0) != scrambled(numbers, seed: 1))
  }

  /// Each small tree is a permutation that keeps the nesting, and all 128 differ.
  @Test func smallTrees() {
    let trees = (0..<128).map { tree in (0..<8).map { OwenScramble.flips[8 * tree + $0] } }
    #expect(Set(trees).count == 128 && trees[0] == Array(0..<8))
    for tree in trees {
      #expect(tree.sorted() == Array(0..<8))
      #expect((0..<4).allSatisfy { tree[2 * $0] >> 1 == tree[2 * $0 + 1] >> 1 })
    }
  }
}
