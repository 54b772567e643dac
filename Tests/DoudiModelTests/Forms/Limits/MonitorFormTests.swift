import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct MonitorFormTests {
  private func verdict(_ bound: String, _ datum: String?) throws -> Verdict? {
    var place = SmallPlace(
      rules: "- id: L1a\n  form: monitor\n  strictness: soft\n  datum: repeats\n  \(bound)")
    place.scenario = datum.map { "data: {repeats: {value: \($0), status: estimated}}" } ?? ""
    return try place.run().verdict("L1a", 2027, region: "990000")
  }

  @Test func upperBoundIncludesItself() throws {
    #expect(try verdict("at_most: 1 count", "1 count")?.finding == .met)
    #expect(try verdict("at_most: 1 count", "2 count")?.finding == .broken)
    #expect(try verdict("at_most: 1 count", "2 count")?.slack == Rational(-1))
    #expect(try verdict("at_most: 1 count", "1 count")?.status == .estimated)
  }

  @Test func lowerBoundIncludesItself() throws {
    #expect(try verdict("at_least: 3 count", "3 count")?.finding == .met)
    #expect(try verdict("at_least: 3 count", "2 count")?.finding == .broken)
  }

  @Test func withoutTheDatumNothingIsDecided() throws {
    let found = try #require(try verdict("at_most: 1 count", nil))
    #expect(found.finding == .undecidable && found.status == .open)
    #expect(found.note?.en == "datum repeats is missing: write data: {repeats: NUMBER count} in the scenario")
    // Parts of one mechanism share its identifier only from four characters on.
    #expect(found.id == "L1a" && found.rule == "L1a")
  }

  @Test func exactlyOneBound() throws {
    let both = SmallPlace(
      rules: "- id: L1\n  form: monitor\n  datum: x\n  at_most: 1 count\n  at_least: 1 count")
    #expect(try both.check().diagnostics.map(\.code) == ["DD1314"])
    let none = SmallPlace(rules: "- id: L1\n  form: monitor\n  datum: x")
    #expect(try none.check().diagnostics.map(\.code) == ["DD1314"])
  }
}
