import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct ShareFormTests {
  @Test func shareOfAGroup() throws {
    var place = StockFlowFormTests.place()
    place.rules +=
      "\n" + """
        - id: G2
          form: share
          gives: disabled
          of: recipients
          rate: {urban: 20 %, rural: {2020-01: 10 %, 2027-07: 12.5 %}}
          persons_per_household: 1.6 persons/household
        """
    let run = try place.run()
    // 3,980 urban and 7,945 rural in January, see the recurrence.
    #expect(abs((run.persons("disabled", .urban, "2027-01") ?? 0) - 796) < 1e-9)
    #expect(abs((run.persons("disabled", .rural, "2027-01") ?? 0) - 794.5) < 1e-9)
    let july = try #require(run.persons("recipients", .rural, "2027-07"))
    #expect(run.persons("disabled", .rural, "2027-07") == july * 0.125)
    let cell = try #require(run.cell(.urban))
    #expect(abs((run.world.groups[1].households(cell, Month(year: 2027, month: 1)) ?? 0) - 497.5) < 1e-9)
    #expect(run.traceFaults == [])
  }

  @Test func shareOfAPopulation() throws {
    let run = try SmallPlace(
      rules: """
        - id: G2
          form: share
          gives: disabled
          of_indicator: people
          rate: 0.8 %
        """, observations: StockFlowFormTests.counts, assumptions: StockFlowFormTests.still
    ).run()
    // 0.8 % of 200,000 and of 100,000.
    #expect(run.persons("disabled", .urban, "2027-01") == 1600)
    #expect(run.persons("disabled", .rural, "2027-12") == 800)
    #expect(run.traceFaults == [])
  }

  @Test func exactlyOneOfTheTwo() throws {
    for keys in ["of: recipients\n  of_indicator: people", ""] {
      var place = StockFlowFormTests.place()
      place.rules +=
        "\n- id: G2\n  form: share\n  gives: disabled\n  rate: 20 %\n" + (keys.isEmpty ? "" : "  " + keys)
      #expect(try place.check().diagnostics.map(\.code) == ["DD1314"])
    }
  }
}
