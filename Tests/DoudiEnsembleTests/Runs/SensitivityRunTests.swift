import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// Indices of the reference model by two methods that share nothing but the model.
@Suite struct SensitivityRunTests {
  /// Five parameters, each normal with a tenth of its value as its spread.
  private static let names = ["g", "phi_target", "u", "e", "m"]

  private func file(_ model: YearlyModel) throws -> UncertaintyFile {
    let span = SourceSpan(file: "test", line: 1, column: 1)
    return UncertaintyFile(
      inputs: try Self.names.map { name in
        UncertainQuantity(
          id: name, name: Bilingual(zh: name, en: name), input: UncertainInput(name: name, effect: .multiply),
          distribution: Distribution(.normal(try NormalDistribution(mean: 1, standardDeviation: 0.1))),
          unit: .one, loading: nil, origin: (nil, nil), span: span)
      }, correlations: [], takesNearest: false, ceilings: [])
  }

  /// A spread of incomes of nothing or less has no result: a fifth of the draws of s, in what depends on it.
  @Test(arguments: [SensitivityMethod.chaos, .saltelli, .morris, .shapley]) func failedRunsAreCounted(
    _ method: SensitivityMethod
  ) throws {
    let bag = DiagnosticBag()
    let loader = YearlyLoader(loader: SourceLoader(root: ""), bag: bag)
    let model = try #require(loader.load(folder: CentralDrawTests.folder + "/reference"), "\(bag.all)")
    let span = SourceSpan(file: "test", line: 1, column: 1)
    func input(_ name: String, _ low: Double, _ high: Double) throws -> UncertainQuantity {
      UncertainQuantity(
        id: name, name: Bilingual(zh: name, en: name), input: UncertainInput(name: name),
        distribution: Distribution(.uniform(try UniformDistribution(low: low, high: high))), unit: .one,
        loading: nil, origin: (nil, nil), span: span)
    }
    let file = UncertaintyFile(
      inputs: [try input("s", -0.25, 1), try input("kappa", -0.02, 0.02)], correlations: [],
      takesNearest: false, ceilings: [])
    let function = DrawnScenario(model).written(for: file.inputs.map(\.input)).scenario.function
    let run = try SensitivityRun(method, function, file, correlation: nil, draws: 64, seed: 2)
    func failed(_ name: String) throws -> Int {
      let figure = try #require(function.figures.lastIndex { $0.name == name })
      return run.failed(output: function.output(node: function.nodes.root, figure: figure))
    }
    #expect(try failed("K") == 0 && failed("total") == run.mostFailed)
    #expect(abs(Double(run.mostFailed) / Double(run.runs) - 0.2) < 0.05, "\(run.mostFailed) of \(run.runs)")
  }

  @Test func chaosAndSaltelliAgreeOnTheReferenceModel() throws {
    let bag = DiagnosticBag()
    let loader = YearlyLoader(loader: SourceLoader(root: ""), bag: bag)
    let model = try #require(loader.load(folder: CentralDrawTests.folder + "/reference"), "\(bag.all)")
    let file = try file(model)
    let function = DrawnScenario(model).written(for: file.inputs.map(\.input)).scenario.function
    let chaos = try SensitivityRun(.chaos, function, file, correlation: nil, draws: 256, seed: 3)
    let saltelli = try SensitivityRun(.saltelli, function, file, correlation: nil, draws: 1024, seed: 5)
    let total = function.figures.indices.filter { function.figures[$0].name == "total" }
    for figure in total {
      let output = function.output(node: function.nodes.root, figure: figure)
      for input in Self.names.indices {
        let (a, b) = (
          chaos.sensitivity(input: input, output: output), saltelli.sensitivity(input: input, output: output)
        )
        let (first, second) = (try #require(a.first), try #require(b.first))
        #expect(abs(first - second) < 0.01, "\(Self.names[input]), year \(function.figures[figure].year)")
        #expect(abs(try #require(a.total) - (try #require(b.total))) < 0.01)
      }
    }
  }
}
