import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct ShapleyEffectsTests {
  /// Three inputs, two of them correlated (Iooss and Prieur 2019): written out.
  static func three() throws -> (LinearGaussian, [Double]) {
    let (r, b, s) = (0.6, [1.0, 2, -1], [2.0, 1, 3])
    let model = LinearGaussian(
      weights: b, deviations: s, correlation: try Matrix(byRows: [[1, 0, 0], [0, 1, r], [0, r, 1]]))
    let (v1, v2, v3) = (b[0] * b[0] * s[0] * s[0], b[1] * b[1] * s[1] * s[1], b[2] * b[2] * s[2] * s[2])
    let both = r * b[1] * b[2] * s[1] * s[2]
    let shift = r * r / 2 * (v3 - v2)
    return (model, [v1, v2 + both + shift, v3 + both - shift])
  }

  @Test func theReferenceIsWhatIsWrittenOut() throws {
    let (model, effects) = try Self.three()
    for (found, truth) in zip(try model.effects(), effects) { #expect(relative(found, truth) < 1e-12) }
  }

  @Test(arguments: [ShapleyDesign.Orders.all, .random])
  func linearGaussian(orders: ShapleyDesign.Orders) throws {
    let (model, truth) = try Self.three()
    let draws = orders == .all ? 1024 : 2048
    let design = try ShapleyDesign(inputs: model.inputs(), draws: draws, orders: orders, seed: 0)
    let effects = try design.effects(of: model.function)
    let variance = truth.reduce(0, +)
    for (input, truth) in truth.enumerated() {
      let found = try #require(effects.effect(input: input, output: 0))
      #expect(abs(found.value - truth) < 0.01 * variance, "\(input): \(found.value), \(truth)")
      #expect(try #require(found.interval(0.999)).contains(truth))
      let share = try #require(effects.share(input: input, output: 0))
      #expect(abs(share.value - truth / variance) < 0.01)
      #expect(try #require(share.interval(0.999)).contains(truth / variance))
    }
    try addUp(effects, output: 0)
    #expect(relative(try #require(effects.variance(output: 0)).value, variance) < 0.02)
  }

  /// Five inputs that all hang together, both ways through the orders.
  @Test func bothWaysAgree() throws {
    var correlation = Matrix.identity(5)
    for i in 0..<5 {
      for j in 0..<5 where i != j { correlation[i, j] = abs(i - j) == 1 ? 0.5 : 0.2 }
    }
    let model = LinearGaussian(
      weights: [1, 0, 2, -1, 1], deviations: [1, 2, 1, 1, 3], correlation: correlation)
    let truth = try model.effects()
    let variance = truth.reduce(0, +)
    #expect(relative(variance, try model.worth([0, 1, 2, 3, 4])) < 1e-12)
    for (orders, draws) in [(ShapleyDesign.Orders.all, 512), (.random, 1024)] {
      let effects = try ShapleyDesign(inputs: model.inputs(), draws: draws, orders: orders, seed: 3)
        .effects(of: model.function)
      for (input, truth) in truth.enumerated() {
        let share = try #require(effects.share(input: input, output: 0)).value
        #expect(abs(share - truth / variance) < 0.015, "\(orders), \(input): \(share), \(truth / variance)")
      }
      try addUp(effects, output: 0)
    }
  }

  /// Independent inputs: between first and total index.
  @Test func ishigami() throws {
    let inputs = try Ishigami.inputs().distributions
    let copula = try GaussianCopula(dimensions: 3, factor: Matrix.identity(3).elements)
    let effects = try ShapleyDesign(
      inputs: CorrelatedInputs(inputs, copula: copula), draws: 2048, seed: 0
    ).effects(of: Ishigami())
    for input in 0..<3 {
      // The joint effect is halved.
      let truth = (Ishigami.first[input] + Ishigami.total[input]) / 2
      #expect(abs(try #require(effects.share(input: input, output: 0)).value - truth) < 0.01)
    }
  }

  @Test func constantsAndFailures() throws {
    let (model, truth) = try Self.three()
    let weights = model.weights
    let function = ColumnFunction(inputs: 3, outputs: 3) { x in
      let y = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }
      return [5.5, .nan, x[0] > 4 ? .nan : y]
    }
    for orders in [ShapleyDesign.Orders.all, .random] {
      let effects = try ShapleyDesign(inputs: model.inputs(), draws: 256, orders: orders, seed: 0)
        .effects(of: function)
      #expect(effects.share(input: 0, output: 0) == nil)
      #expect(effects.effect(input: 0, output: 0)?.value == 0)
      #expect(effects.effect(input: 0, output: 1) == nil)
      #expect(effects.share(input: 0, output: 1) == nil)
      #expect(effects.variance(output: 1) == nil)
      #expect(effects.failed(output: 0) == 0)
      #expect(effects.failed(output: 2) > 0)
      // A draw in fifty is cut off: near the truth, and still a whole.
      let share = try #require(effects.share(input: 1, output: 2)).value
      #expect(abs(share - truth[1] / truth.reduce(0, +)) < 0.08)
      try addUp(effects, output: 2)
      #expect(effects.share(input: 3, output: 0) == nil)
      #expect(effects.share(input: 0, output: 3) == nil)
    }
  }

  private func addUp(_ effects: ShapleyEffects, output: Int) throws {
    var (sum, shares) = (0.0, 0.0)
    for input in 0..<effects.design.inputs.count {
      sum += try #require(effects.effect(input: input, output: output)).value
      shares += try #require(effects.share(input: input, output: output)).value
    }
    #expect(relative(sum, try #require(effects.variance(output: output)).value) < 1e-12)
    #expect(abs(shares - 1) < 1e-12)
  }
}
