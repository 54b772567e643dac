import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct TargetFormTests {
  private func run(_ least: String, by: Int, rateBy: Int = 2028) throws -> SmallRun {
    var place = InstitutionalRateFormTests.place(by: rateBy)
    place.rules += "\n- id: L1\n  form: target\n  of: G2\n  at_least: \(least)\n  by: \"\(by)\""
    return try place.run()
  }

  @Test func theRateOfDecemberIsTested() throws {
    let run = try run("85 %", by: 2028)
    // 73 % in December 2027, not yet due; 85 % in December 2028 and 2029: the bound is enough.
    #expect(run.verdict("L1", 2027)?.finding == .undecidable)
    #expect(run.verdict("L1", 2027)?.note?.en == "due at the end of 2028, not yet")
    #expect(run.verdict("L1", 2028)?.value == Rational(85))
    #expect(run.verdict("L1", 2028)?.finding == .met)
    #expect(run.verdict("L1", 2029)?.finding == .met)
    #expect(run.traceFaults == [])
  }

  @Test func aPastDateIsSaidAndStillTested() throws {
    let run = try run("85 %", by: 2022)
    #expect(run.verdict("L1", 2027)?.note?.en == "date has passed (2022), still tested")
    #expect(run.verdict("L1", 2027)?.value == Rational(73))
    #expect(run.verdict("L1", 2027)?.slack == Rational(-12))
    #expect(run.verdict("L1", 2027)?.finding == .broken)
  }

  private func datum(_ data: String) -> SmallPlace {
    var place = SmallPlace(
      rules: "- id: L1\n  form: target\n  datum: coverage\n  at_least: 60 %\n  by: \"2027\"")
    place.scenario = data
    return place
  }

  @Test func aDatumOfTheScenario() throws {
    #expect(try datum("data: {coverage: 60 %}").run().verdict("L1", 2027)?.finding == .met)
    #expect(try datum("data: {coverage: 59.99 %}").run().verdict("L1", 2027)?.finding == .broken)
    #expect(try datum("").run().verdict("L1", 2027)?.finding == .undecidable)
    // For one region, beside the general one.
    let run = try datum("data: {coverage: 60 %, \"coverage@990001\": 50 %}").run()
    #expect(run.verdict("L1", 2027)?.finding == .broken)
    #expect(run.verdict("L1", 2027, region: "990000")?.finding == .met)
  }

  @Test func aDatumWithoutItsUnitOrWithoutAReaderIsAnError() throws {
    #expect(try datum("data: {coverage: 0.6}").check().diagnostics.map(\.code) == ["DD1312"])
    #expect(try datum("data: {covrage: 60 %}").check().diagnostics.map(\.code) == ["DD1405"])
  }

  @Test func exactlyOneOfTheTwo() throws {
    let place = SmallPlace(rules: "- id: L1\n  form: target\n  at_least: 60 %\n  by: \"2027\"")
    #expect(try place.check().diagnostics.map(\.code) == ["DD1314"])
  }
}
