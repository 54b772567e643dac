import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct YearlyLoaderTests {
  /// Three years of ten per cent.
  @Test func aFolderIsAModel() throws {
    let (model, problems) = try YearlyFolder().load()
    let found = try #require(model, "\(problems)")
    #expect(found.regions == ["a", "b"] && found.columns == ["X", "B"] && found.parameters == ["g", "k"])
    #expect(found.outputs == ["X"] && found.years == 3 && found.isAdditive("X"))
    for (values, start) in zip(try YearlyFolder.results(found), [100.0, 200.0]) {
      for (value, factor) in zip(values, [1.1, 1.21, 1.331]) {
        #expect(abs(value[0] - start * factor) < 1e-10)
      }
    }
  }

  @Test func parametersCanBeSet() throws {
    let model = try #require(try YearlyFolder().load(["g=1"]).model)
    #expect(try YearlyFolder.results(model)[0].map { $0[0] } == [200, 400, 800])
    let faults: [(String, String)] = [
      ("gg=1", "DD1405"), ("g=much", "DD1304"), ("g@110000=1", "DD1405"), ("g=inf", "DD1304"),
    ]
    for (argument, code) in faults {
      let problems = try YearlyFolder().load([argument]).problems
      #expect(problems.map(\.code) == [code], "\(argument)")
      #expect(problems.first?.span.file == "--set \(argument)")
    }
  }

  /// Tables of the same name in another folder stand in for those of the scenario, one or both.
  @Test func otherTablesStandIn() throws {
    var folder = YearlyFolder()
    folder.data = ["regions.csv": "region,B,X\nz,7,1000\n", "unread.csv": "a\n1\n"]
    let regions = try #require(try folder.load().model)
    #expect(regions.regions == ["z"])
    #expect(abs(try YearlyFolder.results(regions)[0][0][0] - 1100) < 1e-9)
    folder.data["parameters.csv"] = "name,value\ng,0.5\nk,0\n"
    let both = try #require(try folder.load(["k=1"]).model)
    #expect(try YearlyFolder.results(both)[0].map { $0[0] } == [1500, 2250, 3375])
  }

  @Test(arguments: [
    ("- {id: X, form: compuond, gives: X, start: X, rates: [[[g]]]}", ["DD1301 rules.yaml 3:19"]),
    ("- {id: X, form: compound, gives: X, start: X, rates: [[[gg]]]}", ["DD1306 rules.yaml 3:59"]),
    (
      "- {id: X, form: compound, gives: X, start: X, rates: [[[{of: B, lag: 1}]]]}",
      ["DD1306 rules.yaml 3:59"]
    ),
    ("- {id: X, form: compound, gives: X, start: X}", ["DD1305 rules.yaml 3:5"]),
    ("- {id: X, form: compound, gives: X, rates: [[[g]]]}", ["DD1303 rules.yaml 3:5"]),
    ("- {id: X, form: compound, gives: X, start: X, rates: [[[g]]], rate: 3}", ["DD1302 rules.yaml 3:65"]),
    ("- {id: X, form: compound, gives: X, start: X, rates: g}", ["DD1305 rules.yaml 3:56"]),
    ("- {id: X, form: product, gives: X, of: [{of: B, lag: 2}]}", ["DD1304 rules.yaml 3:56"]),
    ("- {id: X, form: largest, gives: X, of: [[B], [2]], over: [1]}", ["DD1305 rules.yaml 3:60"]),
    (
      "- {id: X, form: linear_recurrence, gives: X, start: X, terms: [{of: B, over: 0}]}",
      ["DD1304 rules.yaml 3:80"]
    ),
    (
      "- {id: X, form: product, gives: X, of: [Q]}\n- {id: Q, form: product, gives: Q, of: [X]}",
      ["DD1309 rules.yaml 3:5"]
    ),
    (
      "- {id: X, form: product, gives: X, of: [B]}\n- {id: X2, form: product, gives: X, of: [B]}",
      ["DD1317 rules.yaml 4:5"]
    ),
    // The year before the first has no such figure.
    (
      "- {id: X, form: product, gives: X, of: [{of: Q, lag: 1}]}\n- {id: Q, form: product, gives: Q, of: [B]}",
      ["DD1306 rules.yaml 3:43"]
    ),
    // A rule cannot read what it gives.
    (
      "- {id: Q, form: product, gives: Q, of: [Q]}\n- {id: X, form: sum, gives: X, of: [Q]}",
      ["DD1309 rules.yaml 3:5"]
    ),
  ]) func faultyRulesAreNamed(_ rules: String, _ expected: [String]) throws {
    var folder = YearlyFolder()
    folder.rules = rules
    let (model, problems) = try folder.load()
    #expect(model == nil)
    #expect(YearlyFolder.places(problems) == expected, "\(problems)")
    #expect(problems.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test(arguments: [
    ("region,X,B\na,100,1\nb,,2\n", ["DD1409 regions.csv 3:3"]),
    ("region,X,B\na,100,1\nb,2e400,2\n", ["DD1409 regions.csv 3:3"]),
    ("region,X,B\na,100,1\nb,1 000,nan\n", ["DD1409 regions.csv 3:3", "DD1409 regions.csv 3:9"]),
    ("region,X,B\na,100,1\na,200,2\n", ["DD1409 regions.csv 3:1"]),
    ("region,X,B\n,100,1\n", ["DD1409 regions.csv 2:1"]),
    ("region,X,B\n", ["DD1409 regions.csv 1:1"]),
    ("code,X,B\na,100,1\n", ["DD1408 regions.csv 1:1"]),
  ]) func badTablesAreNamed(_ regions: String, _ expected: [String]) throws {
    var folder = YearlyFolder()
    folder.regions = regions
    let (model, problems) = try folder.load()
    #expect(model == nil)
    #expect(YearlyFolder.places(problems) == expected, "\(problems)")
  }

  @Test(arguments: [
    ("years: 3", "years: 0", "DD1403"), ("years: 3", "years: many", "DD1403"),
    ("outputs: [X]", "outputs: [X, Q]", "DD1306"), ("schema: 1", "schema: 2", "DD1316"),
    ("scenario: test\n", "", "DD1303"), ("kind: trial", "knd: trial", "DD1302"),
    ("rules.yaml", "none.yaml", "DD1001"),
  ]) func faultyScenariosAreNamed(_ old: String, _ new: String, _ code: String) throws {
    var folder = YearlyFolder()
    folder.scenario = folder.scenario.replacing(old, with: new)
    let (model, problems) = try folder.load()
    #expect(model == nil)
    #expect(problems.map(\.code) == [code], "\(problems)")
  }

  @Test func yearlyScenariosAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema: 1\nstep: year\n", to: "a/scenario.yaml")
    try folder.write("schema: 1\n", to: "b/scenario.yaml")
    let loader = SourceLoader(root: "")
    #expect(YearlyLoader.isYearly(folder.path + "/a", loader: loader))
    #expect(!YearlyLoader.isYearly(folder.path + "/b", loader: loader))
    #expect(!YearlyLoader.isYearly(folder.path + "/c", loader: loader))
    #expect(!YearlyLoader.isYearly("", loader: loader))
  }
}
