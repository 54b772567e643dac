import Testing

@testable import DoudiEnsemble

@Suite struct NormalQuantileTests {
  @Test func highPrecisionValues() {
    for (u, z) in NormalReference.quantiles {
      #expect(relative(NormalQuantile.value(u), z) < 1e-15, "u = \(u): \(NormalQuantile.value(u)), \(z)")
    }
  }

  @Test func endsAndBeyond() {
    #expect(NormalQuantile.value(0) == -.infinity && NormalQuantile.value(1) == .infinity)
    for u in [-0.1, 1.1, .nan, -.infinity, .infinity] { #expect(NormalQuantile.value(u).isNaN, "\(u)") }
  }

  /// A column of any length has the bits of the single values, odd numbers in it as well.
  @Test(arguments: [0, 1, 511, 512, 513, 3000])
  func columnsHaveTheBitsOfValues(count: Int) throws {
    let points = try MonteCarlo(dimensions: 1, seed: 3)
    var column = points.column(0, draws: 0..<count)
    let odd = [0, 1, .nan, -1, 2, 1e-300, 0.075, 0.925]
    for (place, u) in odd.enumerated() where 7 * place < count { column[7 * place] = u }
    let single = column.map { NormalQuantile.value($0).bitPattern }
    column.withUnsafeMutableBufferPointer { NormalQuantile.apply(to: $0) }
    let same = zip(column, single).allSatisfy {
      $0.bitPattern == $1 || ($0.isNaN && Double(bitPattern: $1).isNaN)
    }
    #expect(same)
  }

  @Test func symmetric() throws {
    for u in try MonteCarlo(dimensions: 1, seed: 5).column(0, draws: 0..<1000) {
      #expect(NormalQuantile.value(1 - u) == -NormalQuantile.value(u))
    }
  }

  /// Four moments of a million normal numbers, within four standard errors: 1, sqrt 2, sqrt 6 and
  /// sqrt 24 over 1,000.
  @Test(arguments: [0, 1, 42, UInt64.max])
  func momentsOfDraws(seed: UInt64) throws {
    var sample = try MonteCarlo(dimensions: 1, seed: seed).column(0, draws: 0..<1_000_000)
    sample.withUnsafeMutableBufferPointer { NormalQuantile.apply(to: $0) }
    let found = moments(sample)
    #expect(abs(found.mean) < 0.004 && abs(found.variance - 1) < 0.0057)
    #expect(abs(found.skewness) < 0.0098 && abs(found.excess) < 0.0196)
  }
}
