import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct LargestRemainderTests {
  @Test func knownAnswers() {
    #expect(split(10, [1, 1, 1]) == [4, 3, 3])
    #expect(split(100, [5117, 4400, 162, 161, 160]) == [51, 44, 2, 2, 1])
    #expect(split(-10, [1, 1, 1]) == [-4, -3, -3])
    #expect(split(7, [0, 2, 0]) == [0, 7, 0])
    #expect(split(7, [0, 0]) == [7, 0])
    #expect(split(7, []).isEmpty)
    #expect(split(1, [1, 1]) == [1, 0])
  }

  @Test func fractionsAndWholesAgree() {
    let weights = [Rational(1, over: 2), Rational(1, over: 3), Rational(1, over: 6)]
    #expect(LargestRemainder.split(101, weights: weights) == split(101, [3, 2, 1]))
  }

  @Test func weightsThatAreNoneCountAsZero() {
    let weights = [Rational(-5), .one, .notRepresentable, .one]
    #expect(LargestRemainder.split(9, weights: weights) == [0, 5, 0, 4])
  }

  @Test func extremesNeitherTrapNorLoseAUnit() {
    for total in [Int64.min, .min + 1, .max] {
      #expect(split(total, [1]) == [total])
      #expect(split(total, [1, 2, 4]).reduce(0, +) == total)
      let huge = Array(repeating: Rational(.max, over: 1), count: 3)
      #expect(LargestRemainder.split(total, weights: huge).reduce(0, +) == total)
      // No common denominator of 128 bits.
      let odd = [7, 11, 13].map { Rational(1, over: (Int128(1) << 120) + $0) }
      let parts = LargestRemainder.split(total, weights: odd)
      #expect(parts.reduce(0, +) == total)
      #expect(parts.allSatisfy { $0 / (total / 3) == 1 || $0 / (total / 3) == 0 })
    }
  }

  @Test func partsAddUpAndKeepTheQuota() throws {
    try forAll(
      seed: 51, count: 2_000,
      generator: { random in
        let total = Int64(random.wholeNumber(bits: 50))
        return (
          [total], (0..<random.int(in: 1...8)).map { _ in Int64(random.wholeNumber(bits: 40).magnitude) }
        )
      },
      shrink: { total, weights in
        smallerLists(total, smallerWholes).filter { $0.count == 1 }.map { ($0, weights) }
          + smallerLists(weights, smallerWholes).filter { !$0.isEmpty }.map { (total, $0) }
      }
    ) { total, weights in
      let parts = LargestRemainder.split(total[0], weights: weights.map { Rational(Int128($0), over: 1) })
      let sum = weights.reduce(0, +)
      guard parts.reduce(0, +) == total[0], parts.count == weights.count else { return false }
      guard sum > 0 else { return true }
      // |part x sum - total x weight| < sum: within one unit of the quota.
      return zip(parts, weights).allSatisfy { part, weight in
        (Int128(part) * Int128(sum) - Int128(total[0]) * Int128(weight)).magnitude < UInt128(sum)
      }
    }
  }

  @Test func commonFactorsChangeNothing() throws {
    try forAll(
      seed: 52,
      generator: { random in ((0..<5).map { _ in random.int(in: 0...9_999) }, random.fraction(bits: 12)) }
    ) { weights, factor in
      guard factor > .zero else { return true }
      let plain = weights.map { Rational($0) }
      return LargestRemainder.split(1_000_003, weights: plain)
        == LargestRemainder.split(1_000_003, weights: plain.map { $0 * factor })
    }
  }

  @Test func aSplitterSplitsLikeOneByOne() throws {
    try forAll(
      seed: 77, count: 500,
      generator: { random in
        let weights = (0..<random.int(in: 1...5)).map { _ in random.int(in: -1...Int(1) << 33) }
        return (Int64(random.int(in: -1_000_000_000...1_000_000_000)), weights)
      }
    ) { (total: Int64, weights: [Int]) in
      let fractions = weights.map { Rational(Int128($0), over: 7) }
      var splitter = LargestRemainder.Splitter(weights: fractions)
      var parts = [Int64](repeating: 99, count: weights.count + 2)
      splitter.split(1, into: &parts, at: 1)
      splitter.split(total, into: &parts, at: 1)
      return parts == [99] + LargestRemainder.split(total, weights: fractions) + [99]
    }
  }

  private func split(_ total: Int64, _ weights: [Int]) -> [Int64] {
    LargestRemainder.split(total, weights: weights.map { Rational($0) })
  }
}
