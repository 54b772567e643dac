import Testing

@testable import DoudiEnsemble

@Suite struct GaussianCopulaTests {
  /// Correlations 0.8, -0.3 and 0.1 between three inputs, and their Cholesky factor by hand.
  static let correlations = [(0, 1, 0.8), (0, 2, -0.3), (1, 2, 0.1)]
  static var factor: [Double] {
    let (r21, r31, r32) = (0.8, -0.3, 0.1)
    let l22 = (1 - r21 * r21).squareRoot()
    let l32 = (r32 - r31 * r21) / l22
    return [1, r21, r31, 0, l22, l32, 0, 0, (1 - r31 * r31 - l32 * l32).squareRoot()]
  }

  private func block(_ points: any PointSet, _ draws: Range<Int>) throws -> [Double] {
    let copula = try GaussianCopula(dimensions: 3, factor: Self.factor)
    var block = (0..<3).flatMap { points.column($0, draws: draws) }
    block.withUnsafeMutableBufferPointer { copula.apply(to: $0, draws: draws.count) }
    return block
  }

  private func correlation(_ block: [Double], _ count: Int, _ a: Int, _ b: Int) -> Double {
    func column(_ i: Int) -> [Double] { block[i * count..<(i + 1) * count].map(NormalQuantile.value) }
    let (x, y) = (column(a), column(b))
    let (mx, my) = (moments(x), moments(y))
    let sum = zip(x, y).reduce(0) { $0 + ($1.0 - mx.mean) * ($1.1 - my.mean) }
    return sum / Double(count) / (mx.variance * my.variance).squareRoot()
  }

  /// Within three standard errors, (1 - r^2) / sqrt(n), of independent draws.
  @Test(arguments: [0, 1, 2] as [UInt64])
  func correlationOfDraws(seed: UInt64) throws {
    let count = 40_000
    let block = try block(MonteCarlo(dimensions: 3, seed: seed), 0..<count)
    for (a, b, r) in Self.correlations {
      let error = (1 - r * r) / Double(count).squareRoot()
      #expect(abs(correlation(block, count, a, b) - r) < 3 * error)
    }
    #expect(block.allSatisfy { $0 > 0 && $0 < 1 })
    for input in 0..<3 {
      let found = moments(Array(block[input * count..<(input + 1) * count]))
      #expect(abs(found.mean - 0.5) < 0.006 && abs(found.variance - 1 / 12) < 0.0015)
    }
  }

  @Test func correlationWithSobol() throws {
    let count = 1 << 14
    let block = try block(SobolSequence(dimensions: 3, seed: 0), 0..<count)
    for (a, b, r) in Self.correlations {
      #expect(abs(correlation(block, count, a, b) - r) < 1e-3)
    }
  }

  @Test func blocksAreIndependentOfTheirLength() throws {
    let points = try SobolSequence(dimensions: 3, seed: 0)
    let (all, part) = (try block(points, 0..<100), try block(points, 40..<50))
    for input in 0..<3 {
      #expect(part[input * 10..<input * 10 + 10] == all[input * 100 + 40..<input * 100 + 50])
    }
  }

  @Test func extremesStayInside() throws {
    let copula = try GaussianCopula(dimensions: 2, factor: [1, 0.6, 0, 0.8])
    var block = [1 - 0x1p-53, 0x1p-53, 1 - 0x1p-53, 0x1p-53]
    block.withUnsafeMutableBufferPointer { copula.apply(to: $0, draws: 2) }
    #expect(block.allSatisfy { $0 > 0 && $0 < 1 })
    block.withUnsafeMutableBufferPointer { copula.apply(to: $0, draws: 3) }
    #expect(block.allSatisfy { $0.isNaN })
  }

  @Test func faults() {
    let cases: [([Double], SamplingFault)] = [
      ([1], .factorSize(given: 1, needed: 4)), ([1, 0, 0.1, 1], .factorElement(row: 0, column: 1)),
      ([1, 0, 0, 0], .factorElement(row: 1, column: 1)),
      ([1, .nan, 0, 1], .factorElement(row: 1, column: 0)),
      ([2, 0, 0, 1], .factorRow(row: 0, length: 2)),
    ]
    for (factor, fault) in cases {
      #expect(throws: fault) { try GaussianCopula(dimensions: 2, factor: factor) }
    }
  }
}
