import Testing

@testable import DoudiEnsemble

@Suite struct DiscreteDistributionTests {
  @Test func quantiles() throws {
    let list = try DiscreteDistribution(values: [5, -1, 2], probabilities: [0.5, 0.2, 0.3])
    #expect(list.values == [-1, 2, 5])
    let expected = [(0.1, -1.0), (0.2, -1), (0.2000001, 2), (0.5, 2), (0.50001, 5), (0.999, 5)]
    for (u, x) in expected { #expect(list.quantile(u) == x, "\(u)") }
    #expect(list.cumulative(-2) == 0 && list.cumulative(2) == 0.5 && list.cumulative(9) == 1)
    #expect(abs(list.mean - 2.9) < 1e-15 && abs(list.standardDeviation - 5.49.squareRoot()) < 1e-14)
  }

  /// Ten tenths are 1, though their sum in doubles is not.
  @Test func decimalsAddUpExactly() throws {
    let tenths = [Double](repeating: 0.1, count: 10)
    #expect(tenths.reduce(0, +) != 1)
    _ = try DiscreteDistribution(values: (0..<10).map(Double.init), probabilities: tenths)
    #expect(throws: DistributionFault("probabilities", .sum(0.999))) {
      try DiscreteDistribution(values: [1, 2], probabilities: [0.5, 0.499])
    }
    let thirds = try DiscreteDistribution(values: [1, 2, 3], weights: [1, 1, 1])
    #expect(thirds.cumulative(1) == 1.0 / 3)
  }

  @Test func faults() {
    let cases: [([Double], [Double], DistributionFault)] = [
      ([], [], DistributionFault("values", .empty)),
      ([1], [0.5, 0.5], DistributionFault("probabilities", .count(given: 2, needed: 1))),
      ([.infinity], [1], DistributionFault("values", .notFinite)),
      ([1, 2], [1.5, 0.5], DistributionFault("probabilities", .sum(2))),
      ([1, 2], [-0.5, 1], DistributionFault("probabilities", .negative)),
      ([1], [.nan], DistributionFault("probabilities", .notFinite)),
      ([1], [0], DistributionFault("probabilities", .notPositive)),
    ]
    for (values, probabilities, fault) in cases {
      #expect(throws: fault) { try DiscreteDistribution(values: values, probabilities: probabilities) }
    }
    #expect(throws: DistributionFault("weights", .tooLarge)) {
      try DiscreteDistribution(values: [1, 2], weights: [.max, 1])
    }
  }

  @Test func valuesWithoutWeightNeverCome() throws {
    let list = try DiscreteDistribution(values: [1, 2], probabilities: [0, 1])
    #expect(list.quantile(0x1p-53) == 2)
  }
}
