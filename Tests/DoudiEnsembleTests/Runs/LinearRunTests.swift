import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

@Suite struct LinearRunTests {
  /// Leaves of sizes 3, 4 and 5; k has a draw of its own in each with loadings 0.6, 0.6 and -0.2 and correlation
  /// 0.5 with a. All is linear, so that the spread is known.
  @Test func loadingsInClosedForm() throws {
    let scenario = try FactorScenario([3, 4, 5])
    let file = try scenario.file(
      """
      - {parameter: k, each: region, loading: {common: 0.6, "130000": -0.2}, distribution: {normal: {mean: 1, sd: 0.1}}}
      - {parameter: a, distribution: {normal: {mean: 0, sd: 2}}}
      """, "correlations: [{between: [k, a], value: 0.5}]")
    let function = scenario.drawn.written(for: file.0.inputs.map(\.input)).scenario.function
    let run = try SensitivityRun(.linear, function, file.0, correlation: file.1, draws: nil, seed: 0)
    #expect(run.runs == 5)
    let figure = try #require(function.figures.firstIndex { $0.name == "T" })
    // The whole: 12 k + 3 a; common part of k: 0.6 x 3 + 0.6 x 4 - 0.2 x 5 = 3.2.
    let own = 0.01 * (0.64 * 9 + 0.64 * 16 + 0.96 * 25)
    let (k, a, both) = (0.1 * 3.2, 2.0 * 3, 0.5 * 0.1 * 3.2 * 2 * 3)
    try expect(run, function, function.nodes.root, figure, [12, 3], [k * k + both + own, a * a + both])
    // A leaf: 5 k + a with l = -0.2.
    let cross = 0.5 * -0.2 * 5 * 0.1 * 2
    try expect(run, function, 2, figure, [5, 1], [0.25 + cross, 4 + cross])
  }

  private func expect(
    _ run: SensitivityRun, _ function: ScenarioFunction, _ node: Int, _ figure: Int, _ slopes: [Double],
    _ parts: [Double]
  ) throws {
    let variance = parts.reduce(0, +)
    for input in parts.indices {
      let found = run.sensitivity(input: input, output: function.output(node: node, figure: figure))
      #expect(abs(try #require(found.first) - slopes[input]) < 1e-10)
      #expect(abs(try #require(found.total) - parts[input] / variance) < 1e-10)
      #expect(abs(try #require(found.extra) - variance.squareRoot()) < 1e-10)
    }
  }

  /// All twelve derivatives of the reference model against those of 50 digits.
  @Test func derivativesOfTheReferenceModel() throws {
    let (drawn, file) = try reference { try normal($0 == 0 ? 0 : $0, $0 == 0 ? 0.01 : abs($0) / 10) }
    let function = drawn.written(for: file.inputs.map(\.input)).scenario.function
    let run = try SensitivityRun(
      .linear, function, file, correlation: nil, draws: nil, seed: 0, step: 0.0005)
    for (input, row) in DerivativeReference.rows.enumerated() {
      for (name, expected) in [("total", row.total), ("dibao", row.dibao), ("N", row.recipients)] {
        let figure = try #require(function.figures.lastIndex { $0.name == name })
        let output = function.output(node: function.nodes.root, figure: figure)
        let found = try #require(run.sensitivity(input: input, output: output).first)
        #expect(
          abs(found - expected) <= 1e-6 * abs(expected), "\(row.name), \(name): \(found), \(expected)")
      }
    }
  }

  /// Where the model is nearly a plane, 65,536 draws have the linear standard deviation: correlated parameters, and one that
  /// each region draws for itself.
  @Test func smallSpreadAgainstDraws() throws {
    let (drawn, plain) = try reference { try normal($0, $0 == 0 ? 0.0005 : abs($0) / 500) }
    let inputs = plain.inputs.map { one in
      UncertainQuantity(
        id: one.id, name: one.name, input: one.input, distribution: one.distribution, unit: .one,
        loading: one.id == "v" ? UncertainQuantity.Loading(common: 0.5, own: ["110000": 0.9]) : nil,
        origin: (nil, nil), span: one.span)
    }
    let pairs = [(0, 1, 0.6), (0, 5, -0.4), (2, 4, 0.3)].map {
      CorrelatedPair(
        low: $0.0, high: $0.1, value: $0.2, span: SourceSpan(file: "test", line: 1, column: 1))
    }
    let file = UncertaintyFile(inputs: inputs, correlations: pairs, takesNearest: false, ceilings: [])
    let bag = DiagnosticBag()
    let factor = try #require(CorrelationFactor.make(file, span: inputs[0].span, into: bag))
    let function = drawn.written(for: inputs.map(\.input)).scenario.function
    let linear = try SensitivityRun(.linear, function, file, correlation: factor, draws: nil, seed: 0)
    let source = try SampledDraws(
      file, correlation: factor, leaves: drawn.space.leaves, method: .sobol, draws: 65_536, replicates: 1,
      seed: 3)
    let run = drawn.written(for: source.inputs).scenario.run(source)
    for name in ["total", "dibao", "N"] {
      let check = try #require(try SpreadCheck(run, of: name))
      let figure = try #require(function.figures.lastIndex { $0.name == name })
      let output = function.output(node: function.nodes.root, figure: figure)
      let found = try #require(linear.sensitivity(input: 0, output: output).extra)
      #expect(check.draws == 65_536)
      #expect(abs(found / check.deviation - 1) < 0.01, "\(name): \(found), \(check.deviation)")
      let sum = inputs.indices.reduce(0.0) {
        $0 + (linear.sensitivity(input: $1, output: output).total ?? .nan)
      }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  /// The reference model with a distribution around the value of each parameter.
  private func reference(
    _ distribution: (Double) throws -> Distribution
  ) throws -> (DrawnScenario, UncertaintyFile) {
    let bag = DiagnosticBag()
    let loader = YearlyLoader(loader: SourceLoader(root: ""), bag: bag)
    let model = try #require(loader.load(folder: CentralDrawTests.folder + "/reference"), "\(bag.all)")
    let span = SourceSpan(file: "test", line: 1, column: 1)
    let inputs = try DerivativeReference.rows.map { row in
      UncertainQuantity(
        id: row.name, name: Bilingual(zh: row.name, en: row.name), input: UncertainInput(name: row.name),
        distribution: try distribution(row.value), unit: .one, loading: nil, origin: (nil, nil), span: span)
    }
    let file = UncertaintyFile(inputs: inputs, correlations: [], takesNearest: false, ceilings: [])
    return (DrawnScenario(model), file)
  }
}
