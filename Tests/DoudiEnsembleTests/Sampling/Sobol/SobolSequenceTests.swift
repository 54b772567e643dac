import Testing

@testable import DoudiEnsemble

@Suite struct SobolSequenceTests {
  @Test func pointsOfSciPy() throws {
    let points = try SobolSequence(unscrambledDimensions: SobolSequence.largest)
    #expect(points.dimensions == 1867)
    for (dimension, values) in SobolReference.columns {
      for (draw, value) in zip(SobolReference.draws, values) {
        let u = points.value(draw: draw, dimension: dimension)
        #expect(UInt32(u * 0x1p30) == value, "dimension \(dimension), draw \(draw)")
        #expect(abs(u - (Double(value) + 0.5) * 0x1p-30) <= 0x1p-53)
      }
    }
  }

  /// Each of 2^m intervals of every dimension, of the first and of a later run of 2^m draws.
  @Test(arguments: [nil, 0, 1] as [UInt64?])
  func everyDimensionIsANet(seed: UInt64?) throws {
    let dimensions = SobolSequence.largest
    let points =
      try seed.map { try SobolSequence(dimensions: dimensions, seed: $0) }
      ?? SobolSequence(unscrambledDimensions: dimensions)
    for draws in [0..<256, 768..<1024] {
      for dimension in stride(from: 0, to: dimensions, by: 13) {
        let cells = points.column(dimension, draws: draws).map { Int($0 * 256) }
        #expect(Set(cells).count == 256, "dimension \(dimension)")
      }
    }
  }

  /// Dimensions 0 and 1 are a (0, m, 2)-net: every box of area 2^-m holds one of 2^m draws.
  @Test(arguments: [nil, 0, 7] as [UInt64?])
  func firstTwoDimensionsAreAPerfectNet(seed: UInt64?) throws {
    let points =
      try seed.map { try SobolSequence(dimensions: 2, seed: $0) } ?? SobolSequence(unscrambledDimensions: 2)
    for m in [4, 9, 12] { #expect(quality(points, 0, 1, m) == 0) }
  }

  /// Other pairs keep the quality t that they have: scrambling neither spoils nor betters it.
  @Test(arguments: [(1, 2), (3, 7), (10, 11), (40, 99), (500, 1500)])
  func scramblingKeepsTheQualityOfPairs(pair: (Int, Int)) throws {
    let dimensions = max(pair.0, pair.1) + 1
    let plain = try quality(SobolSequence(unscrambledDimensions: dimensions), pair.0, pair.1, 10)
    #expect(plain < 10)
    for seed in [0, 1, 2] as [UInt64] {
      for replicate in 0..<2 {
        let scrambled = try SobolSequence(dimensions: dimensions, seed: seed, replicate: replicate)
        #expect(quality(scrambled, pair.0, pair.1, 10) == plain)
      }
    }
  }

  /// The least t so that every box of area 2^(t - m) holds 2^t of the first 2^m draws.
  private func quality(_ points: SobolSequence, _ a: Int, _ b: Int, _ m: Int) -> Int {
    let draws = 0..<(1 << m)
    let (x, y) = (points.column(a, draws: draws), points.column(b, draws: draws))
    func holds(_ t: Int) -> Bool {
      (0...(m - t)).allSatisfy { k in
        let (wide, high) = (Double(1 << k), Double(1 << (m - t - k)))
        var counts = [Int](repeating: 0, count: 1 << (m - t))
        for (x, y) in zip(x, y) { counts[Int(x * wide) << (m - t - k) | Int(y * high)] += 1 }
        return counts.allSatisfy { $0 == 1 << t }
      }
    }
    return (0...m).first(where: holds) ?? m
  }

  /// A smooth integral over scrambles: unbiased, and far more exact than plain Monte Carlo, whose
  /// error at 4,096 draws would be 0.4.
  @Test func smoothIntegral() throws {
    let count = 4096
    let estimates = try (0..<32).map { replicate in
      let points = try SobolSequence(dimensions: 5, seed: 6, replicate: replicate)
      let columns = (0..<5).map { points.column($0, draws: 0..<count) }
      return (0..<count).reduce(0.0) { sum, draw in
        sum + columns.reduce(1.0) { $0 * (1 + ($1[draw] - 0.5)) }
      } / Double(count)
    }
    let estimate = try #require(ReplicateEstimate(estimates))
    let error = try #require(estimate.standardError)
    #expect(abs(estimate.value - 1) < 4 * error)
    #expect(error * 32.0.squareRoot() < 2e-4, "\(error)")
  }
}
