import DoudiModel
import Testing

@testable import DoudiEnsemble

@Suite struct ComovementTests {
  private static let inputs =
    "- {parameter: k, each: region, loading: 0.6, distribution: {normal: {mean: 10, sd: 2}}}"

  private func comovement(_ scenario: FactorScenario, _ run: EnsembleRun) throws -> Comovement {
    let found = try #require(Comovement(run.nodes, run.outputs, of: "S"))
    try run.run { try found.take($0) }
    return found
  }

  /// Draws of a factor model: loadings l give correlations l^2, and the first component of p equal regions has the
  /// share (1 + (p - 1) l^2) / p.
  @Test func factorModel() throws {
    let scenario = try FactorScenario([1, 1, 1, 1, 1, 1])
    let run = try scenario.run(scenario.file(Self.inputs), draws: 16_384)
    let found = try comovement(scenario, run)
    #expect(found.draws == 16_384 && found.failed == 0 && found.regions.count == 6)
    let spread = try #require(try found.result())
    for first in 0..<6 {
      #expect(abs(spread.covariance(first, first) - 4) < 0.04)
      for second in 0..<first {
        #expect(abs(try #require(spread.correlation(first, second)) - 0.36) < 0.02)
      }
    }
    let (share, expected) = (try #require(spread.share(component: 0)), 2.8 / 6)
    #expect(abs(share - expected) < 0.01)
  }

  /// Regions of different size: variances go with the square, correlations stay.
  @Test func sizes() throws {
    let scenario = try FactorScenario([1, 2, 10])
    let run = try scenario.run(
      scenario.file("- {parameter: k, distribution: {normal: {mean: 10, sd: 2}}}"), draws: 1024)
    let spread = try #require(try comovement(scenario, run).result())
    #expect(abs(try #require(spread.share(component: 0)) - 1) < 1e-12)
    for (region, size) in [1.0, 2, 10].enumerated() {
      #expect(abs(spread.loading(component: 0, region: region) - size / 105.0.squareRoot()) < 1e-9)
    }
    #expect(abs(try #require(spread.correlation(0, 2)) - 1) < 1e-12)
  }

  /// Passes and batches give the covariances of one table.
  @Test func passesAndBatches() throws {
    let scenario = try FactorScenario([1, 3, 2])
    let whole = try scenario.run(scenario.file(Self.inputs), draws: 4000)
    let expected = try #require(try comovement(scenario, whole).result())
    let plans = [
      PassPlan(nodes: 4, outputs: 2, draws: 4000, replicates: 1, memory: 1),
      PassPlan(nodes: 4, outputs: 2, draws: 4000, replicates: 1, memory: 1_000_000, largest: 1),
      PassPlan(nodes: 4, outputs: 2, draws: 4000, replicates: 1, memory: 200_000, largest: 1),
      whole.plan.only(output: try #require(whole.outputs.firstIndex { $0.name == "S" })),
    ]
    #expect(plans[2].passes.contains { $0.nodes.lowerBound > 0 } && !plans[1].isExact)
    for plan in plans {
      let found = try comovement(scenario, whole.with(plan))
      #expect(found.draws == 4000, "\(plan)")
      let spread = try #require(try found.result())
      for first in 0..<3 {
        for second in 0..<3 {
          #expect(abs(spread.covariance(first, second) - expected.covariance(first, second)) < 1e-9)
        }
      }
      found.clear()
      #expect(found.draws == 0)
    }
  }

  /// No output of that name, one region alone, too many regions.
  @Test func refusals() throws {
    let outputs = [DrawOutput(kind: .total, name: "total", year: 2027, unit: .one, parent: .sum)]
    func made(_ leaves: Int, _ name: String = "total") -> Comovement? {
      let names = (0..<leaves).map { "\($0)" } + ["all"]
      return Comovement(
        EnsembleNodes(names: names, leafCount: leaves, depths: names.map { _ in 1 }), outputs, of: name)
    }
    #expect(made(3, "other") == nil && made(1) == nil && made(Comovement.mostRegions + 1) == nil)
    #expect(made(340)?.regions.count == 340)
  }
}
