import Testing

@testable import DoudiEnsemble

@Suite struct ChaosFitTests {
  /// One input of every family.
  static func families() throws -> IndependentInputs {
    IndependentInputs([
      try normal(2, 3), try uniform(-1, 4),
      Distribution(.logNormal(try LogNormalDistribution(median: 1, factor: 1.3))),
      Distribution(.triangular(try TriangularDistribution(low: 0, mode: 1, high: 4))),
      Distribution(
        .splitNormal(try SplitNormalDistribution(mode: 1, leftDeviation: 1, rightDeviation: 2))),
      Distribution(
        .discrete(try DiscreteDistribution(values: [0, 1, 5], probabilities: [0.5, 0.3, 0.2]))),
      try Distribution(.normal(try NormalDistribution(mean: 0, standardDeviation: 1)), low: -1, high: 2),
    ])
  }

  /// A polynomial of degree 2 is met exactly, whatever the distributions; its indices are those of its parts.
  @Test func exactOnAQuadratic() throws {
    let inputs = try Self.families()
    let function = ColumnFunction(inputs: 7, outputs: 2) { x in
      let line = x.enumerated().reduce(7) { $0 + Double($1.offset + 1) * $1.element }
      return [line, line + x[0] * x[1] - 2 * x[2] * x[5] + 0.5 * x[3] * x[3] - x[4] * x[6] + x[5] * x[5]]
    }
    let fit = try ChaosDesign(inputs: inputs, seed: 0).fit(function)
    for output in 0..<2 {
      #expect(try #require(fit.crossValidatedError(output: output)) < 1e-24)
      let point = [1, 2, 1.5, 2.5, -0.5, 5, 0.25]
      let truth = value(function, point)[output]
      #expect(relative(try #require(fit.value(output: output, at: point)), truth) < 1e-11)
      let shares = try (0..<7).map { try #require(fit.first(input: $0, output: output)) }
      var joint = 0.0
      for i in 0..<7 {
        for j in (i + 1)..<max(7, i + 1) { joint += try #require(fit.interaction(i, j, output: output)) }
      }
      #expect(abs(shares.reduce(joint, +) - 1) < 1e-12)
    }
    // The line: variances of the inputs times the squares of their weights.
    let parts = inputs.distributions.enumerated().map { place, distribution in
      let scaled = Double(place + 1) * distribution.standardDeviation
      return scaled * scaled
    }
    let variance = parts.reduce(0, +)
    #expect(relative(try #require(fit.variance(output: 0)), variance) < 1e-9)
    for (input, part) in parts.enumerated() {
      #expect(abs(try #require(fit.first(input: input, output: 0)) - part / variance) < 1e-9)
      #expect(abs(try #require(fit.total(input: input, output: 0)) - part / variance) < 1e-9)
    }
    let mean = inputs.distributions.enumerated().reduce(7) { $0 + Double($1.offset + 1) * $1.element.mean }
    #expect(relative(try #require(fit.mean(output: 0)), mean) < 1e-9)
  }

  private func value(_ function: ColumnFunction, _ point: [Double]) -> [Double] { function.body(point) }

  /// A product of inputs, its joint index in closed form: m1 = 1, s1 = 1/2, m2 = 2, s2 = 1.
  @Test func jointIndex() throws {
    let inputs = IndependentInputs([try normal(1, 0.5), try normal(2, 1)])
    let fit = try ChaosDesign(inputs: inputs, seed: 1).fit(ColumnFunction(inputs: 2) { [$0[0] * $0[1]] })
    let (first, second, both) = (4 * 0.25, 1.0, 0.25)
    let variance = first + second + both
    #expect(abs(try #require(fit.first(input: 0, output: 0)) - first / variance) < 1e-12)
    #expect(abs(try #require(fit.first(input: 1, output: 0)) - second / variance) < 1e-12)
    #expect(abs(try #require(fit.interaction(1, 0, output: 0)) - both / variance) < 1e-12)
    #expect(abs(try #require(fit.total(input: 0, output: 0)) - (first + both) / variance) < 1e-12)
    #expect(fit.interaction(0, 0, output: 0) == nil)
  }

  /// Ishigami's function is far from degree 2: more runs and higher degrees come by themselves, and the indices
  /// are those in closed form.
  @Test func ishigami() throws {
    let fit = try ChaosDesign(inputs: Ishigami.inputs(), seed: 0).fit(Ishigami())
    #expect(fit.runs == 1024 && fit.runs > fit.design.runs)
    #expect(fit.isReliable(output: 0) == true)
    for input in 0..<3 {
      #expect(abs(try #require(fit.first(input: input, output: 0)) - Ishigami.first[input]) < 0.01)
      #expect(abs(try #require(fit.total(input: input, output: 0)) - Ishigami.total[input]) < 0.01)
    }
    #expect(abs(try #require(fit.interaction(2, 0, output: 0)) - Ishigami.together) < 0.01)
  }

  /// The bends of the function G cost digits; the error says how many.
  @Test func functionG() throws {
    let fit = try ChaosDesign(inputs: SobolG.inputs(), seed: 0).fit(SobolG())
    let error = try #require(fit.crossValidatedError(output: 0))
    #expect(fit.runs == ChaosDesign.most && error < 0.05)
    let allowed = fit.isReliable(output: 0) == true ? 0.01 : 0.01 + error
    for input in 0..<8 {
      #expect(abs(try #require(fit.first(input: input, output: 0)) - SobolG.first[input]) < allowed)
      #expect(abs(try #require(fit.total(input: input, output: 0)) - SobolG.total[input]) < allowed)
    }
  }

  /// A jump that one draw in fifty meets is beyond any polynomial, and the fit says so; runs as given stay so.
  @Test func tellsWhereItIsWrong() throws {
    let inputs = IndependentInputs(try (0..<2).map { _ in try uniform(0, 1) })
    let jump = ColumnFunction(inputs: 2, outputs: 2) { [$0[0] * $0[1] > 0.8 ? 1 : 0, $0[0] + $0[1]] }
    let fit = try ChaosDesign(inputs: inputs, seed: 0).fit(jump)
    #expect(fit.isReliable(output: 0) == false && fit.isReliable(output: 1) == true)
    #expect(fit.isReliable(output: 2) == nil)
    #expect(fit.runs == ChaosDesign.most)
    #expect(try ChaosDesign(inputs: inputs, runs: 100, seed: 0).fit(jump).runs == 100)
  }

  /// A smooth function beyond degree 2: the error is small, and the indices are those of Saltelli's design.
  @Test func smoothFunction() throws {
    let inputs = IndependentInputs(try (0..<3).map { _ in try normal(1, 0.1) })
    let function = ColumnFunction(inputs: 3) { x in [x[0] * x[0] * x[1] / (0.5 + x[2])] }
    let fit = try ChaosDesign(inputs: inputs, seed: 0).fit(function)
    let error = try #require(fit.crossValidatedError(output: 0))
    #expect(error < 3e-3)
    let indices = try SaltelliDesign(inputs: inputs, draws: 512, seed: 0).indices(of: function)
    for input in 0..<3 {
      let first = try #require(indices.first(input: input, output: 0)).value
      let total = try #require(indices.total(input: input, output: 0)).value
      #expect(abs(try #require(fit.first(input: input, output: 0)) - first) < 0.01)
      #expect(abs(try #require(fit.total(input: input, output: 0)) - total) < 0.01)
    }
  }

  /// Runs that failed are left out of the outputs that they failed for.
  @Test func failuresAndConstants() throws {
    let inputs = IndependentInputs([try normal(0, 1), try uniform(0, 1)])
    let function = ColumnFunction(inputs: 2, outputs: 4) { x in
      let y = 3 + 2 * x[0] + x[0] * x[1]
      return [y, x[1] < 0.25 ? .nan : y, .nan, 0.1 + 0.2]
    }
    let fit = try ChaosDesign(inputs: inputs, runs: 64, seed: 0).fit(function)
    #expect((0..<4).map { fit.failed(output: $0) } == [0, 16, 64, 0])
    for input in 0..<2 {
      let truth = try #require(fit.total(input: input, output: 0))
      #expect(abs(try #require(fit.total(input: input, output: 1)) - truth) < 1e-12)
      #expect(fit.total(input: input, output: 2) == nil)
      #expect(fit.total(input: input, output: 3) == nil)
    }
    #expect(fit.mean(output: 2) == nil)
    #expect(fit.crossValidatedError(output: 2) == nil)
    #expect(fit.crossValidatedError(output: 3) == nil)
    #expect(relative(try #require(fit.mean(output: 3)), 0.1 + 0.2) < 1e-14)
    #expect(fit.first(input: 2, output: 0) == nil)
    #expect(fit.first(input: 0, output: 4) == nil)
    #expect(fit.value(output: 0, at: [1]) == nil)
  }

  /// More outputs than a part of the regression holds.
  @Test func manyOutputs() throws {
    let inputs = IndependentInputs([try normal(0, 1), try normal(0, 1)])
    let function = ColumnFunction(inputs: 2, outputs: 1100) { x in
      (0..<1100).map { x[0] + Double($0) * x[1] }
    }
    let fit = try ChaosDesign(inputs: inputs, seed: 0).fit(function)
    for output in [0, 1, 1023, 1024, 1099] {
      let square = Double(output * output)
      let found = try #require(fit.first(input: 1, output: output))
      #expect(abs(found - square / (1 + square)) < 1e-12)
    }
  }
}
