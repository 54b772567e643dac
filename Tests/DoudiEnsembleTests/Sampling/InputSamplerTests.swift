import Testing

@testable import DoudiEnsemble

@Suite struct InputSamplerTests {
  private func made(_ points: any PointSet, _ copula: GaussianCopula?) throws -> InputSampler {
    try InputSampler(
      points: points,
      distributions: [
        Distribution(.normal(try NormalDistribution(mean: 10, standardDeviation: 2))),
        Distribution(.logNormal(try LogNormalDistribution(median: 3, factor: 1.5))),
        Distribution(.triangular(try TriangularDistribution(low: 0, mode: 1, high: 4))),
      ], copula: copula)
  }

  private func draws(_ sampler: InputSampler, _ draws: Range<Int>) -> [[Double]] {
    var block = [Double](repeating: 0, count: 3 * draws.count)
    block.withUnsafeMutableBufferPointer { sampler.fill(draws: draws, into: $0) }
    return (0..<3).map { Array(block[$0 * draws.count..<($0 + 1) * draws.count]) }
  }

  @Test(arguments: [false, true])
  func marginsAreTheDistributions(isCorrelated: Bool) throws {
    let copula = isCorrelated ? try GaussianCopula(dimensions: 3, factor: GaussianCopulaTests.factor) : nil
    let sampler = try made(SobolSequence(dimensions: 3, seed: 0), copula)
    for (column, distribution) in zip(draws(sampler, 0..<8192), sampler.distributions) {
      let found = moments(column)
      #expect(abs(found.mean - distribution.mean) < 0.01 * distribution.standardDeviation)
      #expect(relative(found.variance.squareRoot(), distribution.standardDeviation) < 0.01)
    }
  }

  /// Blocks of any length and shards put together are the draws of one process.
  @Test func blocksAndShards() throws {
    let copula = try GaussianCopula(dimensions: 3, factor: GaussianCopulaTests.factor)
    for points in try [
      SobolSequence(dimensions: 3, seed: 5), MonteCarlo(dimensions: 3, seed: 5),
      LatinHypercube(dimensions: 3, draws: 600, seed: 5),
    ] as [any PointSet] {
      let sampler = try made(points, copula)
      let all = draws(sampler, 0..<600)
      for part in [0..<1, 1..<2, 100..<357, 599..<600] {
        #expect(draws(sampler, part) == all.map { Array($0[part]) })
      }
      for shard in 0..<4 {
        let share = stride(from: shard, to: 600, by: 4)
        var block = [Double](repeating: 0, count: 3 * 150)
        block.withUnsafeMutableBufferPointer { sampler.fill(draws: share, into: $0) }
        #expect(block == all.flatMap { column in share.map { column[$0] } })
      }
    }
  }

  @Test func faults() throws {
    #expect(throws: SamplingFault.distributions(given: 3, needed: 2)) {
      try made(MonteCarlo(dimensions: 2, seed: 0), nil)
    }
    #expect(throws: SamplingFault.distributions(given: 3, needed: 1)) {
      try made(MonteCarlo(dimensions: 3, seed: 0), GaussianCopula(dimensions: 1, factor: [1]))
    }
    let sampler = try made(MonteCarlo(dimensions: 3, seed: 0), nil)
    var short = [0.0, 0]
    short.withUnsafeMutableBufferPointer { sampler.fill(draws: 0..<1, into: $0) }
    #expect(short.allSatisfy { $0.isNaN })
  }
}
