import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Households against thresholds: below, exactly on, above.
@Suite struct CaseTestTests {
  private func place(_ extra: String = "") -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {urban: 500 CNY/person/month, rural: 400 CNY/person/month}}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: poor, amount: standard, ratio: 50 %}
        - id: P2
          form: grant
          programme: aid
          events: poor
          average: 1000 CNY/case
          threshold: 3000 CNY
          above_cases: 10 %
          above_average: 4000 CNY/case
          \(extra)
        """,
      observations: """
        990001,urban,2026,poor,3,persons,observed,example
        990001,rural,2026,poor,0,persons,observed,example
        """)
    place.scenario = "cases: cases.csv"
    place.files = [
      "cases.csv": """
      region,area,household,persons,income_pc,outlay_pc,grant
      990001,urban,a,1,499.99,,2999.99
      990001,urban,b,1,500,,3000
      990001,urban,c,1,500.01,,3000.01
      990001,rural,d,1,400,1,
      990001,rural,e,1,,,5000

      """
    ]
    return place
  }

  private func test(_ rule: String, _ place: SmallPlace) throws -> CaseTest {
    let tests = SmallRun(try place.load().run()).projection.caseTests
    return try #require(tests.first { $0.rule.id == rule && $0.year == 2027 })
  }

  @Test func incomeOfExactlyTheStandard() throws {
    let found = try test("P1", place())
    #expect(found.below == 1 && found.on == ["b", "d"] && found.above == 1)
    #expect(found.belowAfterOutlays == 1 && found.decidedByCounty == nil && found.count == 4)
  }

  @Test(arguments: [("", 3), ("at_threshold: above", 3), ("at_threshold: below", 2), ("pilot: true", 0)])
  func exactlyThreeThousand(_ extra: String, _ county: Int) throws {
    let found = try test("P2", place(extra))
    #expect(found.below == 1 && found.on == ["b"] && found.above == 2 && found.belowAfterOutlays == nil)
    #expect(found.decidedByCounty == county)
    #expect(!found.meaning.zh.isEmpty && !found.meaning.en.isEmpty)
  }

  @Test func nothingIsBudgetedFromTheList() throws {
    var other = place()
    other.scenario = ""
    #expect(try place().run().fen() == other.run().fen())
  }

  @Test func theListBelongsToTheRunsIdentity() throws {
    var other = place()
    other.files["cases.csv"] = other.files["cases.csv"]?.replacing("5000", with: "5001")
    #expect(try place().load().canonicalInputs != other.load().canonicalInputs)
  }
}
