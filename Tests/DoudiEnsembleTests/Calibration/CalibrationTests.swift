import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

@Suite struct CalibrationTests {
  private func calibration(
    _ scenario: DrawnScenario, _ names: [String], _ rows: String
  ) throws -> Calibration {
    let bag = DiagnosticBag()
    let parameters = try #require(CalibratedParameter.all(names, of: scenario, into: bag), "\(bag.all)")
    let (written, refused) = scenario.written(for: parameters.map(\.input))
    #expect(refused.isEmpty)
    let table = try #require(
      CSVReader.read(SourceFile(path: "t.csv", text: "region,year,output,value,weight\n" + rows), into: bag))
    let targets = try #require(
      CalibrationTargets(table, nodes: written.nodes, outputs: written.outputs, into: bag), "\(bag.all)")
    return try Calibration(written, parameters, targets)
  }

  private func reference() throws -> DrawnScenario {
    let bag = DiagnosticBag()
    let loader = YearlyLoader(loader: SourceLoader(root: ""), bag: bag)
    return DrawnScenario(
      try #require(loader.load(folder: CentralDrawTests.folder + "/reference"), "\(bag.all)"))
  }

  /// Figures made with known values give these values back, from the values of the file.
  @Test func knownValuesAreFound() throws {
    let scenario = try reference()
    let truth = ["g": 0.06, "x": 0.2, "u": 0.6, "phi_target": 0.38, "m": 1.5]
    let names = truth.keys.sorted()
    let bag = DiagnosticBag()
    let text = names.joined(separator: ",") + "\n" + names.map { "\(truth[$0] ?? 0)" }.joined(separator: ",")
    let design = try #require(
      CSVReader.read(SourceFile(path: "d.csv", text: text + "\n"), into: bag)
        .flatMap { DesignDraws($0, space: scenario.space, into: bag) })
    let made = try Collected(scenario.written(for: design.inputs).scenario.run(design))
    let rows = [("all", 2), ("all", 6), ("110000", 10)].flatMap { region, year in
      ["dibao", "N", "tekun", "total"].map { output -> String in
        let node = made.nodes.names.firstIndex(of: region) ?? 0
        return "\(region),\(year),\(output),\(made.values(node, output, year)?.first ?? .nan),\n"
      }
    }.joined()
    let found = try calibration(scenario, names, rows)
    #expect(found.reason == .converged, "\(found.reason)")
    for one in found.fitted {
      let expected = try #require(truth[one.parameter.name])
      #expect(abs(one.value - expected) < 1e-6 * expected, "\(one.parameter.name): \(one.value)")
      #expect(one.side == nil && (one.error ?? 1) < 1e-6)
    }
    #expect(Calibration.distance(found.figures, found.targets) < 1e-7)
  }

  /// S = X k with more targets than parameters: k is the mean of target / X, deviations counted as shares.
  @Test func overdetermined() throws {
    let scenario = try FactorScenario([2, 5]).drawn
    let found = try calibration(scenario, ["k"], "110000,1,S,6,1\n120000,1,S,20,3\n")
    // k / 3 and k / 4 should be 1: k = (1/3 + 3/4) / (1/9 + 3/16).
    let expected = (1.0 / 3 + 0.75) / (1.0 / 9 + 3.0 / 16)
    #expect(abs(found.fitted[0].value - expected) < 1e-7 && found.reason == .converged)
    let squares = (expected / 3 - 1) * (expected / 3 - 1) + 3 * (expected / 4 - 1) * (expected / 4 - 1)
    let error = (squares / (1.0 / 9 + 3.0 / 16)).squareRoot()
    #expect(abs(try #require(found.fitted[0].error) - error) < 1e-7)
    #expect(abs(Calibration.distance(found.figures, found.targets) - (squares / 4).squareRoot()) < 1e-8)
  }

  /// What the targets cannot tell apart is named: S + a of one region has one figure for two parameters.
  @Test func inseparable() throws {
    let scenario = try FactorScenario([2, 5]).drawn
    #expect(
      try calibration(scenario, ["k", "a"], "110000,1,T,6,\n").reason == .rank(["k", "a"]))
    #expect(try calibration(scenario, ["k", "a"], "110000,1,S,6,\n120000,1,S,6,\n").reason == .rank(["a"]))
    #expect(try calibration(scenario, ["k", "a"], "110000,1,T,6,\n120000,1,T,6,\n").reason == .converged)
  }

  /// A range given holds, and the parameter at its end is named; a region of its own moves alone.
  @Test func rangesAndRegions() throws {
    let scenario = try FactorScenario([2, 5]).drawn
    let found = try calibration(scenario, ["k=0.5:2"], "110000,1,S,6,\n")
    #expect(found.reason == .atBound(["k"]) && found.fitted[0].value == 2 && found.fitted[0].side == "high")
    let own = try calibration(scenario, ["k@120000", "k"], "110000,1,S,6,\n120000,1,S,20,\n")
    #expect(own.fitted.map(\.parameter.name) == ["k", "k@120000"])
    #expect(abs(own.fitted[0].value - 3) < 1e-7 && abs(own.fitted[1].value - 4) < 1e-7)
    #expect(own.settings == ["k=3", "k@120000=4"])
  }
}
