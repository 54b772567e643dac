import Testing

@testable import DoudiEnsemble

@Suite struct KeyedPermutationTests {
  private func permutation(_ count: Int, seed: UInt64, number: Int = 0) -> [UInt64] {
    let generator = Philox4x32(seed: seed, stream: 0)
    let permutation = KeyedPermutation(count: count, generator: generator, number: number)
    return (0..<UInt64(count)).map { permutation($0) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 16, 17, 100, 1000, 65_537])
  func everyNumberOnce(count: Int) {
    #expect(permutation(count, seed: 9).sorted() == Array(0..<UInt64(count)))
  }

  /// All 24 orders of four come equally often over 24,000 seeds: chi-square with 23 degrees of freedom
  /// stays below its 99.99 % point, 56.
  @Test func smallOrdersAreEquallyLikely() {
    var counts: [[UInt64]: Int] = [:]
    for seed in 0..<24_000 as Range<UInt64> { counts[permutation(4, seed: seed), default: 0] += 1 }
    #expect(counts.count == 24)
    let chiSquare = counts.values.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(chiSquare < 56, "\(chiSquare)")
  }

  /// Neighbours do not stay neighbours, and two permutations are not alike: rank correlations of
  /// 10,000 numbers within four standard errors.
  @Test func noSerialCorrelation() {
    let (a, b) = (permutation(10_000, seed: 1), permutation(10_000, seed: 1, number: 1))
    let pairs = [
      zip(a, a.dropFirst()).map { ($0, $1) }, zip(a, a.dropFirst(100)).map { ($0, $1) },
      zip(a, b).map { ($0, $1) }, a.enumerated().map { (UInt64($0), $1) },
    ]
    for pair in pairs {
      let covariance = pair.reduce(0.0) { $0 + (Double($1.0) - 4999.5) * (Double($1.1) - 4999.5) }
      let correlation = covariance / Double(pair.count) / (1e8 / 12)
      #expect(abs(correlation) < 0.04, "\(correlation)")
    }
  }
}
