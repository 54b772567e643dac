import Testing

@testable import DoudiEnsemble

@Suite struct DistributionTests {
  static func examples() throws -> [Distribution] {
    let shapes: [Distribution.Shape] = [
      .normal(try NormalDistribution(mean: 2, standardDeviation: 3)),
      .logNormal(try LogNormalDistribution(median: 5, sigma: 0.4)),
      .uniform(try UniformDistribution(low: -1, high: 3)),
      .triangular(try TriangularDistribution(low: 10, mode: 16, high: 30)),
      .triangular(try TriangularDistribution(low: 0, mode: 0, high: 1)),
      .triangular(try TriangularDistribution(low: 0, mode: 1, high: 1)),
      .splitNormal(try SplitNormalDistribution(mode: 1, leftDeviation: 0.5, rightDeviation: 2)),
    ]
    let bounds: [(Double?, Double?)] = [(nil, nil), (0.2, nil), (nil, 17), (-0.5, 0.9), (12, 20), (0.9, 18)]
    return shapes.flatMap { shape in
      bounds.compactMap { try? Distribution(shape, low: $0, high: $1) }
    }
  }

  /// Mean and standard deviation in closed form are the integrals of x(u) and its square.
  @Test func closedFormsAreTheIntegrals() throws {
    let examples = try Self.examples()
    #expect(examples.count > 30)
    for distribution in examples {
      let mean = integral(distribution.quantile)
      let variance = integral { (distribution.quantile($0) - mean) * (distribution.quantile($0) - mean) }
      // Half-way through a kink the rule is good to about 1e-6.
      #expect(abs(distribution.mean - mean) < 3e-6 * distribution.standardDeviation, "\(distribution)")
      #expect(relative(distribution.standardDeviation, variance.squareRoot()) < 1e-5, "\(distribution)")
    }
  }

  @Test func cumulativeIsTheInverse() throws {
    for distribution in try Self.examples() {
      for u in [1e-6, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-6] {
        let x = distribution.quantile(u)
        #expect(abs(distribution.cumulative(x) - u) < 1e-9, "\(distribution) \(u)")
        if let bounds = distribution.bounds { #expect(bounds.contains(x)) }
      }
    }
  }

  @Test func quantilesNeverFall() throws {
    for distribution in try Self.examples() {
      let values = (1..<2000).map { distribution.quantile(Double($0) / 2000) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func truncatedNormalOfSciPy() throws {
    let shape = Distribution.Shape.normal(try NormalDistribution(mean: 2, standardDeviation: 3))
    let distribution = try Distribution(shape, low: -1, high: 8)
    for (u, x) in DistributionReference.truncatedNormal {
      #expect(abs(distribution.quantile(u) - x) < 1e-13 * 3, "\(u)")
    }
    #expect(distribution.cumulative(-1.1) == 0 && distribution.cumulative(8) == 1)
  }

  @Test func boundsOfAList() throws {
    let list = try DiscreteDistribution(values: [1, 2, 3, 4], probabilities: [0.1, 0.2, 0.3, 0.4])
    let distribution = try Distribution(.discrete(list), low: 2, high: 3)
    #expect(distribution.quantile(0.4) == 2 && distribution.quantile(0.41) == 3)
    #expect(abs(distribution.mean - 2.6) < 1e-15)
    #expect(distribution.cumulative(1.5) == 0 && distribution.cumulative(2) == 0.4)
  }

  @Test func faultsOfBounds() throws {
    let shape = Distribution.Shape.normal(try NormalDistribution(mean: 0, standardDeviation: 1))
    func fault(_ low: Double?, _ high: Double?) -> DistributionFault? {
      do {
        _ = try Distribution(shape, low: low, high: high)
        return nil
      } catch { return error }
    }
    #expect(fault(.nan, nil) == DistributionFault("low", .notFinite))
    #expect(fault(0, .infinity) == DistributionFault("high", .notFinite))
    #expect(fault(1, 1) == DistributionFault("high", .notAbove("low")))
    #expect(fault(5, nil)?.parameter == "bounds" && fault(4, 5) == nil)
    #expect(fault(nil, nil) == nil)
  }
}
