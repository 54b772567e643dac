import Testing

@testable import DoudiEnsemble

/// Every fault names its parameter.
@Suite struct DistributionFaultTests {
  private func fault(_ body: () throws(DistributionFault) -> Void) -> DistributionFault? {
    do {
      try body()
      return nil
    } catch { return error }
  }

  @Test func parameters() {
    let faults: [(DistributionFault?, String, DistributionFault.Problem)] = [
      (
        fault { () throws(DistributionFault) in _ = try NormalDistribution(mean: .nan, standardDeviation: 1)
        },
        "mean", .notFinite
      ),
      (
        fault { () throws(DistributionFault) in _ = try NormalDistribution(mean: 0, standardDeviation: 0) },
        "standardDeviation", .notPositive
      ),
      (
        fault { () throws(DistributionFault) in _ = try LogNormalDistribution(median: 0, sigma: 1) },
        "median", .notPositive
      ),
      (
        fault { () throws(DistributionFault) in _ = try LogNormalDistribution(median: 1, sigma: 40) },
        "sigma", .tooLarge
      ),
      (
        fault { () throws(DistributionFault) in _ = try LogNormalDistribution(median: 1, factor: 1) },
        "factor", .notAbove("1")
      ),
      (
        fault { () throws(DistributionFault) in _ = try LogNormalDistribution(median: 1, factor: 1e300) },
        "factor", .tooLarge
      ),
      (
        fault { () throws(DistributionFault) in _ = try LogNormalDistribution(mean: -1, standardDeviation: 1)
        },
        "mean", .notPositive
      ),
      (
        fault { () throws(DistributionFault) in _ = try UniformDistribution(low: 1, high: 1) },
        "high", .notAbove("low")
      ),
      (
        fault { () throws(DistributionFault) in _ = try TriangularDistribution(low: 0, mode: 2, high: 1) },
        "mode", .above("high")
      ),
      (
        fault { () throws(DistributionFault) in _ = try TriangularDistribution(low: 0, mode: -1, high: 1) },
        "mode", .below("low")
      ),
      (
        fault { () throws(DistributionFault) in
          _ = try SplitNormalDistribution(mode: 0, leftDeviation: 1, rightDeviation: -1)
        },
        "rightDeviation", .notPositive
      ),
      (
        fault { () throws(DistributionFault) in
          _ = try SplitNormalDistribution(mode: 0, uncertainty: 1e-9, skew: 1)
        },
        "skew", .tooLarge
      ),
    ]
    for (found, parameter, problem) in faults {
      #expect(found == DistributionFault(parameter, problem))
    }
  }
}
