import Testing

@testable import DoudiEnsemble

/// What every point set promises.
@Suite struct PointSetTests {
  static func sets() throws -> [any PointSet] {
    [
      try MonteCarlo(dimensions: 5, seed: 1), try LatinHypercube(dimensions: 5, draws: 3000, seed: 1),
      try SobolSequence(dimensions: 5, seed: 1), try SobolSequence(unscrambledDimensions: 5),
    ]
  }

  @Test func anyPartHasTheSameBits() throws {
    for points in try Self.sets() {
      for dimension in 0..<5 {
        let all = points.column(dimension, draws: 0..<3000)
        #expect(all.allSatisfy { $0 > 0 && $0 < 1 })
        for part in [0..<1, 1..<2, 1..<1000, 7..<8, 512..<1025, 1999..<3000, 2999..<3000, 5..<5] {
          #expect(points.column(dimension, draws: part) == Array(all[part]), "\(points) \(part)")
        }
        for shard in 0..<3 {
          let draws = stride(from: shard, to: 3000, by: 3)
          var column = [Double](repeating: 0, count: draws.underestimatedCount)
          column.withUnsafeMutableBufferPointer { points.fill(draws: draws, dimension: dimension, into: $0) }
          #expect(column == draws.map { all[$0] })
        }
      }
      #expect(points.point(17) == (0..<5).map { points.value(draw: 17, dimension: $0) })
    }
  }

  @Test func whatDoesNotExistIsNoNumber() throws {
    for points in try Self.sets() {
      #expect(points.value(draw: 0, dimension: 5).isNaN && points.value(draw: 0, dimension: -1).isNaN)
      #expect(points.column(0, draws: -2..<3).allSatisfy { $0.isNaN })
    }
    #expect(try MonteCarlo(dimensions: 1, seed: 0).value(draw: .max, dimension: 0).isNaN)
    let latin = try LatinHypercube(dimensions: 1, draws: 10, seed: 0)
    let column = latin.column(0, draws: 8..<12)
    #expect(!column[1].isNaN && column[2].isNaN && column[3].isNaN)
    let sobol = try SobolSequence(dimensions: 1, seed: 0)
    #expect(!sobol.value(draw: sobol.limit - 1, dimension: 0).isNaN)
    #expect(sobol.value(draw: sobol.limit, dimension: 0).isNaN)
  }

  @Test func writesNoMoreThanFits() throws {
    for points in try Self.sets() {
      var column = [Double](repeating: -1, count: 4)
      column.withUnsafeMutableBufferPointer { buffer in
        let part = UnsafeMutableBufferPointer(rebasing: buffer[0..<2])
        points.fill(draws: 0..<4, dimension: 0, into: part)
      }
      #expect(column[2] == -1 && column[1] == points.value(draw: 1, dimension: 0))
    }
  }

  /// Mean and variance of every dimension under three seeds, 0 among them.
  @Test(arguments: [0, 1, 99] as [UInt64])
  func uniform(seed: UInt64) throws {
    let sets: [any PointSet] = [
      try MonteCarlo(dimensions: 3, seed: seed),
      try LatinHypercube(dimensions: 3, draws: 20_000, seed: seed),
      try SobolSequence(dimensions: 3, seed: seed),
    ]
    for points in sets {
      for dimension in 0..<3 {
        let found = moments(points.column(dimension, draws: 0..<20_000))
        #expect(abs(found.mean - 0.5) < 0.0082 && abs(found.variance - 1 / 12) < 0.0022)
      }
    }
  }

  @Test func seedsAndReplicatesDiffer() throws {
    func firsts(_ seed: UInt64, _ replicate: Int) throws -> [Double] {
      [
        try MonteCarlo(dimensions: 1, seed: seed, replicate: replicate).point(3)[0],
        try LatinHypercube(dimensions: 1, draws: 50, seed: seed, replicate: replicate).point(3)[0],
        try SobolSequence(dimensions: 1, seed: seed, replicate: replicate).point(3)[0],
      ]
    }
    let all = try firsts(0, 0) + firsts(1, 0) + firsts(0, 1) + firsts(1 << 40, 0)
    #expect(Set(all).count == all.count)
  }

  /// To the bit what a second program makes of the same seeds: designs may not change unnoticed.
  @Test func bitsOfASecondProgram() throws {
    for (seed, replicate, dimension, draw, plain, sobol, latin) in DesignReference.values {
      let sets: [(any PointSet, Double)] = [
        (try MonteCarlo(dimensions: 8, seed: seed, replicate: replicate), plain),
        (try SobolSequence(dimensions: 8, seed: seed, replicate: replicate), sobol),
        (try LatinHypercube(dimensions: 8, draws: 1000, seed: seed, replicate: replicate), latin),
      ]
      for (points, u) in sets { #expect(points.value(draw: draw, dimension: dimension) == u, "\(points)") }
    }
  }
}
