import Testing

@testable import DoudiEnsemble

@Suite struct DistributionColumnsTests {
  /// A column of numbers becomes what the single numbers become.
  @Test func columnsAreValues() throws {
    let list = Distribution(.discrete(try DiscreteDistribution(values: [3, 1], probabilities: [0.5, 0.5])))
    for distribution in try DistributionTests.examples() + [list] {
      let uniform = try SobolSequence(dimensions: 1, seed: 0).column(0, draws: 0..<700)
      var column = uniform
      column.withUnsafeMutableBufferPointer { distribution.apply(to: $0) }
      #expect(zip(column, uniform).allSatisfy { $0 == distribution.quantile($1) }, "\(distribution)")
      var normals = uniform.map(NormalQuantile.value)
      normals.withUnsafeMutableBufferPointer { distribution.apply(toNormals: $0) }
      let scale = distribution.standardDeviation
      let isDiscrete = distribution == list
      #expect(zip(normals, column).allSatisfy { isDiscrete ? $0 == $1 : abs($0 - $1) < 1e-11 * scale })
    }
  }

  @Test func failedDrawsStayFailed() throws {
    for distribution in try DistributionTests.examples() {
      var column = [Double.nan, 0.5]
      column.withUnsafeMutableBufferPointer { distribution.apply(to: $0) }
      #expect(column[0].isNaN && !column[1].isNaN)
    }
  }
}
