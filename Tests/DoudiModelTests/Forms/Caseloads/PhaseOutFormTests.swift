import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PhaseOutFormTests {
  /// Entries replace exits, so that 10 persons leave the urban stock of 1,000 in every month.
  static func place(_ months: Int = 18, _ disabledMonths: Int = 24) -> SmallPlace {
    SmallPlace(
      rules: """
        - id: G1
          form: stock_flow
          gives: recipients
          start: poor
          exit: 1 %/month
          entry: 0.1 per_1000/month
          at_risk: people
          elasticity: "0"
        - id: G2
          form: phase_out
          gives: leavers
          of: recipients
          eligible: 40 %
          months: \(months) months
          months_disabled: \(disabledMonths) months
          disabled: 25 %
          step_first_year: 100 %
          step_second_year: 50 %
        """,
      observations: """
        990001,urban,2020,people,100000,persons,observed,census
        990001,rural,2020,people,100000,persons,observed,census
        990001,urban,2020-12,poor,1000,persons,observed,report
        990001,rural,2020-12,poor,1000,persons,observed,report
        """, assumptions: StockFlowFormTests.still)
  }

  @Test func cohortsOfEighteenAndTwentyFourMonths() throws {
    let run = try Self.place().run()
    // 10 leave a month, 4 of them eligible: 18 full cohorts and 6 of a quarter, 72 + 6 = 78.
    for month in ["2027-01", "2027-12"] {
      #expect(abs((run.persons("leavers", .urban, month) ?? 0) - 78) < 1e-9)
    }
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func cohortsStartInTheMonthOfLeavingAndEndAfterTheirMonths() throws {
    // The only exits are those of the first month after the count: 10 of January 2026.
    var place = Self.place(3, 5)
    place.rules = place.rules.replacing(
      "exit: 1 %/month", with: "exit: {2020-01: 0 %/month, 2026-01: 1 %/month, 2026-02: 0 %/month}"
    )
    .replacing(
      "entry: 0.1 per_1000/month", with: "entry: {2020-01: 0.1 per_1000/month, 2026-02: 0 per_1000/month}")
    place.observations = place.observations.replacing("2020-12,poor", with: "2025-12,poor")
    place.horizon = ("2026-01", "2026-12")
    let run = try place.run()
    let persons = (1...7).map { run.persons("leavers", .urban, "2026-0\($0)") ?? -1 }
    // 10 x 40 % for three months, a quarter of it for two more.
    #expect(persons.map { ($0 * 1000).rounded() / 1000 } == [4, 4, 4, 1, 1, 0, 0])
  }

  @Test func whoLeftBeforeTheNewestCountIsNotForgotten() throws {
    var place = Self.place()
    place.observations = place.observations.replacing("2020-12,poor", with: "2026-12,poor")
    // Before the count a steady turnover: as many leave as after it.
    #expect(abs((try place.run().persons("leavers", .urban, "2027-01") ?? 0) - 78) < 1e-9)
  }

  @Test func lastingLongerThanIsKnownIsAFault() throws {
    #expect(
      try Self.place(18, 25).run().faults == ["G2: a phase-out of more than 24 months is not supported"])
  }

  @Test func aGroupWithoutFlowsIsAFault() throws {
    var place = Self.place()
    place.rules =
      place.rules.replacing("of: recipients", with: "of: part") + "\n"
      + "- id: G3\n  form: share\n  gives: part\n  of: recipients\n  rate: 50 %"
    #expect(try place.run().faults == ["G2: the group named by \"of\" knows no flows, so nobody leaves it"])
  }
}
