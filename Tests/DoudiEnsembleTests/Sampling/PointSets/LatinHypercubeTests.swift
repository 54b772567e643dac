import Testing

@testable import DoudiEnsemble

@Suite struct LatinHypercubeTests {
  @Test(arguments: [1, 2, 10, 1000, 4097])
  func oneDrawInEachStratum(count: Int) throws {
    let points = try LatinHypercube(dimensions: 4, draws: count, seed: 0)
    for dimension in 0..<4 {
      let strata = points.column(dimension, draws: 0..<count).map { Int($0 * Double(count)) }
      #expect(strata.sorted() == Array(0..<count))
    }
  }

  @Test func largestDesignStaysInside() throws {
    let count = LatinHypercube.largest
    let points = try LatinHypercube(dimensions: 1, draws: count, seed: 2)
    let draws = count - 2000..<count
    #expect(points.column(0, draws: draws).allSatisfy { $0 > 0 && $0 < 1 })
  }

  /// Dimensions are independent: correlations of 10,000 draws within four standard errors.
  @Test func dimensionsAreIndependent() throws {
    let points = try LatinHypercube(dimensions: 6, draws: 10_000, seed: 8)
    let columns = (0..<6).map { points.column($0, draws: 0..<10_000) }
    for a in 0..<6 {
      for b in 0..<a {
        let sum = zip(columns[a], columns[b]).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
        #expect(abs(sum / 10_000 * 12) < 0.04)
      }
    }
  }
}
