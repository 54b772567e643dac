import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct ChaosDesignTests {
  @Test func termsAndUsualRuns() throws {
    let twenty = try ChaosDesign(inputs: IndependentInputs((0..<20).map { _ in try normal(0, 1) }), seed: 0)
    #expect(twenty.terms == 231)
    #expect(twenty.runs == 512)
    // An input of two values has no square, one of a single value no term.
    let few = try ChaosDesign(
      inputs: IndependentInputs([
        try normal(0, 1),
        Distribution(.discrete(try DiscreteDistribution(values: [0, 1], weights: [1, 2]))),
        Distribution(.discrete(try DiscreteDistribution(values: [3], weights: [1]))),
      ]), seed: 0)
    #expect(few.basis.terms == [.constant, .linear(0), .linear(1), .square(0), .product(0, 1)])
    #expect(few.runs == 256)
    // Too many products to begin with: each input alone.
    let many = try ChaosDesign(inputs: IndependentInputs((0..<43).map { _ in try normal(0, 1) }), seed: 0)
    #expect(many.terms == 87)
    #expect(many.runs == 256)
    let fit = try few.fit(ColumnFunction(inputs: 3) { [$0[0] * $0[1] + $0[2]] })
    #expect(try #require(fit.crossValidatedError(output: 0)) < 1e-24)
    #expect(fit.first(input: 2, output: 0) == 0)
  }

  /// Products among 43 inputs are found without a term for each of 903 pairs.
  @Test func productsOfManyInputs() throws {
    let inputs = IndependentInputs(try (0..<43).map { _ in try normal(0, 1) })
    let function = ColumnFunction(inputs: 43) { [3 * $0[0] + 2 * $0[41] + $0[0] * $0[41] + 0.5 * $0[7]] }
    let fit = try ChaosDesign(inputs: inputs, seed: 0).fit(function)
    #expect(fit.terms.count < 300)
    #expect(fit.isReliable(output: 0) == true)
    let variance = 9 + 4 + 1 + 0.25
    #expect(abs(try #require(fit.first(input: 0, output: 0)) - 9 / variance) < 1e-9)
    #expect(abs(try #require(fit.interaction(41, 0, output: 0)) - 1 / variance) < 1e-9)
    #expect(abs(try #require(fit.total(input: 7, output: 0)) - 0.25 / variance) < 1e-9)
    #expect(try #require(fit.total(input: 8, output: 0)) < 1e-9)
  }

  @Test func faults() throws {
    let inputs = IndependentInputs([try normal(0, 1)])
    #expect(throws: IndexFault.count(.draws, given: 3, allowed: 4...(1 << 24))) {
      try ChaosDesign(inputs: inputs, runs: 3, seed: 0)
    }
    #expect(throws: IndexFault.count(.inputs, given: 0, allowed: 1...1000)) {
      try ChaosDesign(inputs: IndependentInputs([]), seed: 0)
    }
    let design = try ChaosDesign(inputs: inputs, seed: 0)
    #expect(throws: IndexFault.inputs(given: 1, needed: 3)) { try design.fit(Ishigami()) }
    // A value so rare that no run has it: its terms cannot be told from the constant.
    let rare = IndependentInputs([
      Distribution(.discrete(try DiscreteDistribution(values: [0, 1], weights: [1_000_000, 1])))
    ])
    let fault = #expect(throws: IndexFault.self) {
      try ChaosDesign(inputs: rare, seed: 0).fit(ColumnFunction(inputs: 1) { $0 })
    }
    #expect(fault == .matrix(.rankDeficient(rank: 1, columns: 2)))
  }
}
