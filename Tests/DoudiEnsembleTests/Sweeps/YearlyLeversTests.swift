import DoudiInputs
import DoudiModel
import DoudiTape
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// What one unit more costs in a yearly scenario: differences of two of its runs.
@Suite struct YearlyLeversTests {
  private static func model(_ overrides: [String] = []) throws -> YearlyModel {
    let bag = DiagnosticBag()
    let loader = YearlyLoader(loader: SourceLoader(root: ""), bag: bag)
    let model = loader.load(
      folder: CentralDrawTests.folder + "/reference",
      overrides: overrides.compactMap { Override(argument: $0) })
    return try #require(model, "\(bag.all)")
  }

  /// Results by region, year and output.
  private static func results(_ model: YearlyModel) throws -> [String: Double] {
    var found: [String: Double] = [:]
    let width = model.outputs.count
    try TapeRunner(tape: model.program()).run(draws: 1, inputs: []) {
      let name = model.outputs[$0.output % width]
      let key = "\(model.regions[$0.region]) \($0.output / width + 1) \(name)"
      found[key] = $0.values[0]
      if model.isAdditive(name) { found["all \($0.output / width + 1) \(name)", default: 0] += $0.values[0] }
    }
    return found
  }

  /// Steps by role: percentage points where the values are fractions, and a yuan a month where they are a year's.
  @Test func stepsByRole() throws {
    let levers = try Self.model().levers
    func lever(_ name: String) throws -> Lever { try #require(levers.first { $0.input.name == name }) }
    for (name, kind, step, unit, move) in [
      ("g", Lever.Kind.growth, 1.0, "%/year", 0.01), ("phi_target", .ratio, 1, "%", 0.01),
      ("u", .takeUp, 5, "%", 0.05), ("m", .multiple, 0.1, "1", 0.1),
      ("A", .amount, 1, "CNY/person/month", 12),
    ] {
      let found = try lever(name)
      #expect(found.kind == kind && found.step == step && found.unit.text == unit, "\(name)")
      #expect(abs(found.move - move) < 1e-15 && found.input.effect == .add, "\(name)")
    }
    // Money first, as in scenarios of months.
    #expect(levers.first?.input.name == "A")
  }

  /// All regions, years and outputs of the five kinds of levers.
  @Test(arguments: [
    ("g", "g=0.055"), ("phi_target", "phi_target=0.34"), ("u", "u=0.8"), ("m", "m=1.5"), ("A", "A=2412"),
  ])
  func costsAreDifferencesOfTwoRuns(_ name: String, _ set: String) throws {
    let reckoner = ReadyReckoner(try Self.model())
    let position = try #require(reckoner.levers.firstIndex { $0.input.name == name })
    let costs = try reckoner.costs().filter { $0.lever == position }
    let (before, after) = (try Self.results(try Self.model()), try Self.results(try Self.model([set])))
    var changed = 0
    for (key, value) in before {
      let moved = try #require(after[key])
      let part = key.split(separator: " ").map(String.init)
      let cost = costs.first {
        $0.region == part[0] && "\($0.output.year)" == part[1] && $0.output.name == part[2]
      }
      let difference = moved - value
      #expect(abs((cost?.change ?? 0) - difference) <= 1e-11 * abs(value) + 1e-12 * abs(moved), "\(key)")
      if abs(difference) > 1e-9 * abs(value) {
        changed += 1
        #expect(cost?.part == .all, "\(key)")
      }
    }
    #expect(changed >= 31 * 10 && costs.allSatisfy { $0.part == .all })
    // More of any of these costs more in all.
    #expect(
      try #require(costs.first { $0.region == "all" && $0.output.year == 10 && $0.output.name == "total" })
        .change > 0)
  }

  /// Nothing has a role: there is nothing to move.
  @Test func withoutRolesThereAreNoLevers() throws {
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
      outputs: [X]

      """, to: "t/scenario.yaml")
    try folder.write(
      "schema: 1\nrules:\n  - {id: X, form: compound, gives: X, start: X, rates: [[[g]]]}\n",
      to: "t/rules.yaml")
    try folder.write("region,X\na,100\n", to: "t/regions.csv")
    try folder.write("name,value\ng,0.1\n", to: "t/parameters.csv")
    let bag = DiagnosticBag()
    let model = YearlyLoader(loader: SourceLoader(root: ""), bag: bag).load(folder: folder.path + "/t")
    #expect(try ReadyReckoner(try #require(model)).costs().isEmpty)
  }
}
