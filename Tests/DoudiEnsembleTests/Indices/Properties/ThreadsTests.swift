import DoudiMatrix
import Testing

@testable import DoudiEnsemble

/// Same seed, same bits, with one thread and several.
@Suite struct ThreadsTests {
  let inputs: IndependentInputs
  let function = ColumnFunction(inputs: 3, outputs: 40) { x in
    (0..<40).map { x[0] * Double($0 + 1) + x[1] * x[2] - x[2] / (3 + x[0]) }
  }

  init() throws { inputs = IndependentInputs(try (0..<3).map { _ in try uniform(0, 1) }) }

  private func bits(_ list: [ReplicateEstimate?]) throws -> [[UInt64]] {
    try list.map { estimate in
      let estimate = try #require(estimate)
      return [estimate.value.bitPattern, try #require(estimate.standardError).bitPattern]
    }
  }

  @Test func saltelli() throws {
    let design = try SaltelliDesign(inputs: inputs, draws: 600, replicates: 5, seed: 9, pairs: true)
    let found = try [1, 2, 3].map { threads in
      let indices = try design.indices(of: function, threads: threads)
      return try bits(
        (0..<40).flatMap { output in
          [
            indices.first(input: 1, output: output), indices.total(input: 2, output: output),
            indices.interaction(1, 2, output: output), indices.mean(output: output),
          ]
        })
    }
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }

  @Test func chaos() throws {
    let design = try ChaosDesign(inputs: inputs, runs: 200, seed: 9)
    let found = try [1, 2].map { try design.fit(function, threads: $0).coefficients.elements }
    #expect(found[0] == found[1])
  }

  /// More runs, and the choice of terms and of how many each output takes.
  @Test func choiceOfTerms() throws {
    let bent = ColumnFunction(inputs: 3, outputs: 300) { x in
      (0..<300).map { max(x[0] * x[1], Double($0) / 300) + x[2] / (0.2 + x[0]) }
    }
    let design = try ChaosDesign(inputs: inputs, seed: 9)
    let found = try [1, 2].map { try design.fit(bent, threads: $0) }
    #expect(found[0].runs > design.runs)
    #expect(found[0].terms == found[1].terms)
    let sizes = found.map { fit in (0..<300).map { fit.size(output: $0) } }
    #expect(sizes[0] == sizes[1])
    #expect(Set(sizes[0]).count > 1)
    #expect(found[0].coefficients.elements == found[1].coefficients.elements)
  }

  @Test func morris() throws {
    let design = try MorrisDesign(inputs: inputs, replicates: 5, seed: 9)
    let found = try [1, 2].map { threads in
      let screening = try design.screening(of: function, threads: threads)
      return try bits((0..<40).map { screening.deviation(input: 1, output: $0) })
    }
    #expect(found[0] == found[1])
  }

  @Test(arguments: [ShapleyDesign.Orders.all, .random])
  func shapley(orders: ShapleyDesign.Orders) throws {
    let copula = try GaussianCopula(
      dimensions: 3,
      factor: Matrix(byRows: [[1, 0.5, 0], [0.5, 1, 0.3], [0, 0.3, 1]]).cholesky().elements)
    let design = try ShapleyDesign(
      inputs: CorrelatedInputs(inputs.distributions, copula: copula), draws: 100, replicates: 5,
      orders: orders, seed: 9)
    let found = try [1, 2].map { threads in
      let effects = try design.effects(of: function, threads: threads)
      return try bits((0..<40).map { effects.share(input: 1, output: $0) })
    }
    #expect(found[0] == found[1])
  }
}
