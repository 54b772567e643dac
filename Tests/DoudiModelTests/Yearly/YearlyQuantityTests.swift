import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiModel

/// What `quantities` of a rules file say of parameters and columns.
@Suite struct YearlyQuantityTests {
  @Test func rolesUnitsAndNames() throws {
    var folder = YearlyFolder()
    folder.quantities = """
      - {of: g, role: growth, name: {zh: 增速, en: growth}}
      - {of: k, role: take_up, unit: "%"}
      - {of: B, role: amount, unit: 元/人/年}
      """
    let (model, problems) = try folder.load()
    let found = try #require(model, "\(problems)").quantities
    #expect(found.map(\.of) == ["g", "k", "B"] && found.map(\.role) == [.growth, .takeUp, .amount])
    #expect(found.map(\.unit.text) == ["1", "%", "CNY/person/year"])
    #expect(found.map(\.name.en) == ["growth", "k", "B"] && found[0].name.zh == "增速")
    #expect(try #require(try YearlyFolder().load().model).quantities.isEmpty)
  }

  @Test(arguments: [
    ("- {of: gg, role: growth}", ["DD1306 rules.yaml 3:8"]),
    ("- {of: g, role: growt}", ["DD1311 rules.yaml 3:17"]),
    ("- {of: g}", ["DD1303 rules.yaml 3:3"]), ("- {role: growth}", ["DD1303 rules.yaml 3:3"]),
    ("- {of: g, role: ratio, unit: CNY}", ["DD1311 rules.yaml 3:30"]),
    ("- {of: g, role: multiple, unit: \"%\"}", ["DD1311 rules.yaml 3:33"]),
    ("- {of: B, role: amount, unit: persons}", ["DD1311 rules.yaml 3:31"]),
    ("- {of: B, role: amount}", ["DD1303 rules.yaml 3:3"]),
    ("- {of: g, role: growth, step: 2}", ["DD1302 rules.yaml 3:25"]),
    ("- {of: g, role: growth}\n- {of: g, role: ratio}", ["DD1317 rules.yaml 4:8"]),
    // All at once.
    (
      "- {of: g, role: growt}\n- {of: k, role: ratio, unit: m}",
      ["DD1311 rules.yaml 3:17", "DD1311 rules.yaml 4:30"]
    ),
  ]) func faultsAreNamed(_ lines: String, _ expected: [String]) throws {
    var folder = YearlyFolder()
    folder.quantities = lines
    let (model, problems) = try folder.load()
    #expect(model == nil)
    #expect(YearlyFolder.places(problems) == expected, "\(problems)")
  }
}
