import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct StopgapsTests {
  private func diagnostics(_ observations: String) throws -> [Diagnostic] {
    let rules =
      "- {id: S1, form: indexed, gives: standard, unit: CNY/person/month, series: income, lag: 0 years, ratio: 10 %}"
    var place = SmallPlace(
      rules: rules, observations: observations,
      assumptions: "growth.income: {value: 1 %/year, why: {zh: 测, en: test}}")
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    return try place.load().run().diagnostics
  }

  private func row(_ region: String, _ area: String) -> String {
    "\(region),\(area),2024,income,24000,CNY/person/year,observed,a\n"
  }

  /// Rural is lacking, so the whole's figure is read: once a row, whatever reads it.
  @Test func aLackingAreaIsSaidOnce() throws {
    let found = try diagnostics(row("990000", "urban") + row("990000", "all"))
    #expect(found.map(\.code) == ["DD1505"])
    #expect(found.first?.severity == .warning && found.first?.span.start.line == 3)
    #expect(
      found.first?.message.en
        == "income is lacking for rural; 990001, 990002 used the figure of all of 990000, 2024")
  }

  @Test func whatHasNoAreasAnywhereLacksNone() throws {
    #expect(try diagnostics(row("990000", "all")).isEmpty)
    #expect(try diagnostics(row("990000", "urban") + row("990000", "rural") + row("990000", "all")).isEmpty)
  }
}
