import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct IncidenceFormTests {
  private func run(_ keys: String) throws -> SmallRun {
    try SmallPlace(
      rules: """
        - id: G1
          form: incidence
          gives: cases
          per: people
        """ + "\n" + keys, observations: StockFlowFormTests.counts, assumptions: StockFlowFormTests.still
    ).run()
  }

  @Test func spreadOverTwelveMonths() throws {
    let run = try run("  rate: 3.9 per_1000/year")
    // 3.9 per 1,000 of 200,000 = 780 a year, 65 a month.
    for month in ["2027-01", "2027-06", "2027-12"] {
      #expect(abs((run.persons("cases", .urban, month) ?? 0) - 65) < 1e-12)
      #expect(abs((run.persons("cases", .rural, month) ?? 0) - 32.5) < 1e-12)
    }
    #expect(run.traceFaults == [])
  }

  @Test func onlyInTheNamedMonths() throws {
    let run = try run("  rate: 3 per_1000/year\n  months: [1, 2, 12]")
    // 600 a year in three months.
    #expect(run.persons("cases", .urban, "2027-01") == 200)
    #expect(run.persons("cases", .urban, "2027-12") == 200)
    #expect(run.persons("cases", .urban, "2027-03") == 0)
    let year = (1...12).reduce(0.0) {
      $0 + (run.persons("cases", .urban, "2027-\($1 < 10 ? "0" : "")\($1)") ?? 0)
    }
    #expect(year == 600)
  }

  @Test func monthsOutsideTheYearAreErrors() throws {
    let place = SmallPlace(
      rules:
        "- id: G1\n  form: incidence\n  gives: cases\n  per: people\n  rate: 3 per_1000/year\n  months: [1, 13]",
      observations: StockFlowFormTests.counts, assumptions: StockFlowFormTests.still)
    #expect(try place.check().diagnostics.filter { $0.severity == .error }.map(\.code) == ["DD1304"])
  }
}
