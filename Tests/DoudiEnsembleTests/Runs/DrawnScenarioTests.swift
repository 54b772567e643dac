import DoudiEnsemble
import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct DrawnScenarioTests {
  /// X grows by g; S is X times k.
  static let model = Result<YearlyModel, any Error> {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      schema: 1
      scenario: test
      title: {zh: 测试, en: Test}
      kind: trial
      step: year
      years: 2
      rules: rules.yaml
      regions: regions.csv
      parameters: parameters.csv
      outputs: [X, S]
      not_added: [S]

      """, to: "scenario.yaml")
    try folder.write(
      """
      schema: 1
      rules:
        - {id: X, form: compound, gives: X, start: X, rates: [[[g]]]}
        - {id: S, form: product, gives: S, of: [X, k]}

      """, to: "rules.yaml")
    try folder.write("region,X\n110000,100\n120000,200\n", to: "regions.csv")
    try folder.write("name,value\ng,0.5\nk,2\n", to: "parameters.csv")
    let bag = DiagnosticBag()
    let model = YearlyLoader(loader: SourceLoader(root: ""), bag: bag).load(folder: folder.path)
    guard let model else { throw FaultyPlace(diagnostics: bag.all) }
    return model
  }

  private func design(_ text: String) throws -> (draws: DesignDraws?, problems: [Diagnostic]) {
    let bag = DiagnosticBag()
    let model = try Self.model.get()
    let draws = CSVReader.read(SourceFile(path: "design.csv", text: text), into: bag)
      .flatMap { DesignDraws($0, space: DrawSpace(model), into: bag) }
    return (draws, bag.all)
  }

  private func collected(_ draws: DesignDraws) throws -> Collected {
    let (written, refused) = DrawnScenario(try Self.model.get()).written(for: draws.inputs)
    #expect(refused.isEmpty)
    return try Collected(written.run(draws))
  }

  @Test func drawsStandForParametersAndFigures() throws {
    let draws = try #require(
      try design("draw,g,X@120000,k@110000\nlow,0,10,1\nhigh,1,20,3\n").draws)
    #expect(draws.columns == 3 && draws.count == 2 && draws.replicates == 1)
    #expect(draws.name(of: 1) == "high")
    let found = try collected(draws)
    #expect(found.nodes.names == ["110000", "120000", "all"])
    #expect(found.outputs.map(\.name) == ["X", "S", "X", "S"])
    #expect(found.outputs.map(\.year) == [1, 1, 2, 2])
    #expect(found.values(0, "X", 2) == [100, 400] && found.values(1, "X", 2) == [10, 80])
    #expect(found.values(0, "S", 1) == [100, 600] && found.values(1, "S", 1) == [20, 80])
    // A whole has the sum of what can be added, and nothing of the rest.
    #expect(found.values(2, "X", 1) == [110, 240] && found.values(2, "S", 1) == [])
  }

  /// A value for one region comes after that for all, whatever the order of the columns.
  @Test(arguments: ["g,g@110000\n3,0\n", "g@110000,g\n0,3\n"]) func theNarrowerStands(_ text: String) throws {
    let draws = try #require(try design(text).draws)
    let found = try collected(draws)
    #expect(found.values(0, "X", 1) == [100] && found.values(1, "X", 1) == [800])
  }

  @Test func withoutNamesDrawsAreNumberedFromZero() throws {
    let draws = try #require(try design("g\n0\n0.25\n").draws)
    #expect(draws.name(of: 1) == "1")
    #expect(draws.columns(0..<2) == [[0, 0.25]])
  }

  @Test(arguments: [
    ("gg\n1\n", ["DD1711 1:1"]), ("g@130000\n1\n", ["DD1711 1:1"]), ("draw\n0\n", ["DD1711 1:1"]),
    ("draw,g\n0,\n1,much\n", ["DD1712 2:3", "DD1712 3:3"]), ("draw,g\n5,1\n5,2\n", ["DD1704 3:1"]),
    ("g@110000@x\n1\n", ["DD1711 1:1"]),
  ]) func faultsAreNamed(_ text: String, _ expected: [String]) throws {
    let (draws, problems) = try design(text)
    #expect(draws == nil)
    #expect(problems.map { "\($0.code) \($0.span.start.line):\($0.span.start.column)" } == expected)
  }
}
