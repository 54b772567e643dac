import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct ReformTests {
  /// A price of the book, one that stands only where S2 is on, and reforms as files of the scenario.
  private func place(_ reforms: [String: String]) -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: price, unit: CNY/person/month, amount: 8 CNY/person/month}
        - {id: S2, form: flat, gives: extra, unit: CNY/person/month, amount: 3 CNY/person/month, enabled: false}
        """)
    place.files = reforms
    return place
  }

  private func reform(_ id: String, _ lines: String) -> String {
    "schema: 1\nreform: \(id)\ntitle: {zh: 改, en: Reform \(id)}\n\(lines)\n"
  }

  private func price(_ place: SmallPlace, _ reforms: [String], _ overrides: [String] = []) throws -> Rational?
  {
    try place.run(overrides: overrides, reforms: reforms).amount("price", .urban, "2027-03")
  }

  @Test func reformsStackInOrderAndTheCommandLineIsLast() throws {
    let place = place([
      "a.yaml": reform("a", "assumptions: {S1.amount: 9 CNY/person/month}"),
      "b.yaml": reform("b", "assumptions: {S1.amount: 7 CNY/person/month}"),
    ])
    #expect(try price(place, []) == Rational(8))
    #expect(try price(place, ["a.yaml"]) == Rational(9))
    #expect(try price(place, ["a.yaml", "b.yaml"]) == Rational(7))
    #expect(try price(place, ["b.yaml", "a.yaml"]) == Rational(9))
    #expect(try price(place, ["a.yaml", "b.yaml"], ["S1.amount=5"]) == Rational(5))
  }

  @Test func thoseOfTheCommandLineAreLaidOnThoseTheScenarioNames() throws {
    var place = place([
      "a.yaml": reform("a", "assumptions: {S1.amount: 9 CNY/person/month}"),
      "b.yaml": reform(
        "b",
        "author: {zh: 局, en: office}\nnote: {zh: 注, en: why}\nassumptions: {S1.amount: 7 CNY/person/month}"),
    ])
    place.scenario = "reforms: [a.yaml]"
    #expect(try price(place, []) == Rational(9))
    let model = try place.load(reforms: ["b.yaml"])
    #expect(model.scenario.reforms.map(\.id) == ["a", "b"])
    #expect(model.scenario.reforms[0].author == nil && model.scenario.reforms[0].note == nil)
    #expect(model.scenario.reforms[1].title.en == "Reform b")
    #expect(model.scenario.reforms[1].author?.en == "office" && model.scenario.reforms[1].note?.zh == "注")
    #expect(try price(place, ["b.yaml"]) == Rational(7))
  }

  /// The later one has the last word, also over what the scenario switches off.
  @Test func whatALaterReformSwitchesStaysSwitched() throws {
    var place = place([
      "on.yaml": reform("switch-on", "enable: [S2]"), "off.yaml": reform("switch-off", "disable: [S2]"),
    ])
    func isOn(_ reforms: String...) throws -> Bool {
      try place.load(reforms: reforms).amounts.contains { $0.gives == "extra" }
    }
    #expect(try !isOn() && isOn("on.yaml") && !isOn("on.yaml", "off.yaml") && isOn("off.yaml", "on.yaml"))
    place.scenario = "disable: [S2]"
    #expect(try !isOn() && isOn("on.yaml"))
  }

  /// A decided amount dated later holds from that month on.
  @Test func aDatedAmount() throws {
    let place = place([
      "later.yaml": reform("later", "assumptions: {amount.price: {rural: {2027-07: 12 CNY/person/month}}}")
    ])
    let run = try place.run(reforms: ["later.yaml"])
    #expect(run.amount("price", .rural, "2027-06") == Rational(8))
    #expect(run.amount("price", .rural, "2027-07") == Rational(12))
    #expect(run.amount("price", .urban, "2027-07") == Rational(8))
  }

  static let faults: [(lines: String, code: String, line: Int, column: Int)] = [
    ("assumptions:\n  S1.amuont: 9 CNY/person/month", "DD1405", 5, 3), ("assumption: {}", "DD1302", 4, 1),
    ("assumptions:\n  S2.amount: 9 CNY/person/month", "DD1405", 5, 3),
    ("assumptions:\n  S1.amount: 9 CNY/person", "DD1312", 5, 14), ("enable: [S3]", "DD1306", 4, 10),
    ("enable: S2", "DD1305", 4, 9), ("author: us\nenable: [S2]", "DD1305", 4, 9),
    ("assumptions: [S1.amount]", "DD1305", 4, 14), ("note: {zh: 注, en: why}", "DD1418", 2, 9),
  ]

  @Test(arguments: faults) func aFaultIsNamedAtItsPlace(
    fault: (lines: String, code: String, line: Int, column: Int)
  ) throws {
    let (_, found) = try place(["bad.yaml": reform("bad", fault.lines)]).check(reforms: ["bad.yaml"])
    let one = try #require(found.first { $0.code == fault.code }, "\(found)")
    #expect(one.span.file.hasSuffix("/test/bad.yaml") && one.severity == .error)
    #expect(one.span.start.line == fault.line && one.span.start.column == fault.column, "\(one)")
  }

  @Test func aFileThatIsNotThereOrLacksItsName() throws {
    let missing = try place([:]).check(reforms: ["none.yaml"])
    #expect(missing.model == nil && missing.diagnostics.contains { $0.code == "DD1001" })
    let nameless = try place(["x.yaml": "schema: 1\nenable: [S2]\n"]).check(reforms: ["x.yaml"])
    #expect(nameless.diagnostics.filter { $0.code == "DD1303" }.count == 2)
    let newer = try place(["x.yaml": "schema: 2\nreform: x\ntitle: {zh: 改, en: x}\nenable: [S2]\n"])
      .check(reforms: ["x.yaml"])
    #expect(newer.diagnostics.contains { $0.code == "DD1316" && $0.span.start.line == 1 })
  }
}
