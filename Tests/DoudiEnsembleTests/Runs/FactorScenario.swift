import DoudiInputs
import DoudiModel
import _DoudiTestSupport

@testable import DoudiEnsemble

/// A yearly scenario of one year: S is X times k, and T is S plus a; X is each region's.
struct FactorScenario {
  let drawn: DrawnScenario

  init(_ sizes: [Double]) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      schema: 1
      scenario: test
      title: {zh: 测试, en: Test}
      kind: trial
      step: year
      years: 1
      rules: rules.yaml
      regions: regions.csv
      parameters: parameters.csv
      outputs: [S, T]

      """, to: "scenario.yaml")
    try folder.write(
      """
      schema: 1
      rules:
        - {id: S, form: product, gives: S, of: [X, k]}
        - {id: T, form: sum, gives: T, of: [S, a]}

      """, to: "rules.yaml")
    let rows = sizes.enumerated().map { "\(110000 + 10000 * $0),\($1)\n" }.joined()
    try folder.write("region,X\n" + rows, to: "regions.csv")
    try folder.write("name,value\nk,1\na,0\n", to: "parameters.csv")
    let bag = DiagnosticBag()
    let model = YearlyLoader(loader: SourceLoader(root: ""), bag: bag).load(folder: folder.path)
    guard let model else { throw FaultyPlace(diagnostics: bag.all) }
    drawn = DrawnScenario(model)
  }

  /// A file of uncertain parameters and its correlations.
  func file(_ inputs: String, _ more: String = "") throws -> (UncertaintyFile, CorrelationFactor?) {
    let folder = try TemporaryFolder()
    let lines = inputs.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    try folder.write("schema: 1\nuncertainty: test\ninputs:\n\(lines)\n\(more)\n", to: "u.yaml")
    let bag = DiagnosticBag()
    let reader = UncertaintyReader(drawn.space, loader: SourceLoader(root: folder.path), bag: bag)
    guard let file = reader.read("u.yaml"), !bag.hasErrors else { throw FaultyPlace(diagnostics: bag.all) }
    return (file, CorrelationFactor.make(file, span: file.inputs[0].span, into: bag))
  }

  /// A run of draws of a file.
  func run(
    _ file: (UncertaintyFile, CorrelationFactor?), draws: Int, replicates: Int = 1, seed: UInt64 = 1
  ) throws -> EnsembleRun {
    let source = try SampledDraws(
      file.0, correlation: file.1, leaves: drawn.space.leaves, method: .sobol, draws: draws,
      replicates: replicates, seed: seed)
    return drawn.written(for: source.inputs).scenario.run(source)
  }
}
