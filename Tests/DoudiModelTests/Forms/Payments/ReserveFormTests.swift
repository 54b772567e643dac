import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct ReserveFormTests {
  /// 1,000 urban events a month of 300 CNY: 300,000 CNY are paid in every month.
  private func place(_ keys: String, start: String = "5 CNY/person", draw: String = "50 %") -> SmallPlace {
    var place = SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + """
        - id: P1
          form: grant
          programme: aid
          events: recipients
          average: 300 CNY/case
        - id: R1
          form: reserve
          per: people
          rate: 5 CNY/person
          start: \(start)
          drawn_by: aid
          draw_share: \(draw)
          refill_month: 1
        """ + (keys.isEmpty ? "" : "\n" + keys),
      observations: """
        990001,urban,2020,poor,1000,persons,observed,report
        990001,rural,2020,poor,0,persons,observed,report
        990001,all,2020,people,200000,persons,observed,census
        """)
    place.horizon = ("2027-01", "2028-12")
    return place
  }

  @Test func moneyIsCountedOnce() throws {
    let run = try place("").run()
    // Balance 1,000,000; half of 300,000 is drawn: six months of 150,000, then the last 100,000.
    let drawn = run.lines(rule: "R1", type: .reserveDrawdown).map { $0.fen }
    #expect(
      drawn.prefix(12) == [
        -15_000_000, -15_000_000, -15_000_000, -15_000_000, -15_000_000, -15_000_000,
        -10_000_000, 0, 0, 0, 0, 0,
      ])
    // Full in the first January, refilled from nothing in the second.
    #expect(run.fen(rule: "R1", type: .reserveTopUp, paid: "2027-01") == 0)
    #expect(run.fen(rule: "R1", type: .reserveTopUp, paid: "2028-01") == 100_000_000)
    // The reserve bears what the budget does not: over both years it only changes who pays when.
    #expect(run.fen(rule: "R1") == -100_000_000)
    #expect(run.fen(rule: "P1") == 24 * 30_000_000)
    #expect(run.projection.total == Money(fen: 23 * 30_000_000 - 70_000_000))
    #expect(run.traceFaults == [])
  }

  @Test func aLowOpeningBalanceIsFilledToTheFloor() throws {
    let run = try place("", start: "2 CNY/person", draw: "0 %").run()
    #expect(run.fen(rule: "R1", type: .reserveTopUp, paid: "2027-01") == 60_000_000)
    #expect(run.fen(rule: "R1", type: .reserveTopUp, paid: "2028-01") == 0)
    let verdict = try #require(run.verdict("R1", 2027))
    #expect(verdict.value == Rational(1_000_000) && verdict.bound == Rational(1_000_000))
    #expect(verdict.slack == .zero && verdict.finding == .met)
    #expect(run.traceFaults == [])
  }

  @Test func aHigherOpeningBalanceIsKept() throws {
    let run = try place("", start: "6 CNY/person", draw: "0 %").run()
    #expect(run.fen(rule: "R1") == 0)
    #expect(run.verdict("R1", 2028)?.slack == Rational(200_000))
  }

  @Test func insideAnotherReserveItCostsNothingOnTop() throws {
    var place = place("")
    place.rules +=
      "\n" + """
        - id: R2
          form: reserve
          per: towns
          rate: 50000 CNY/township
          start: 0 CNY/township
          drawn_by: aid
          draw_share: 10 %
          refill_month: 1
          inside: R1
        """
    place.observations += "\n990001,all,2025,towns,4,count,observed,list"
    let run = try place.run()
    #expect(run.lines(rule: "R2").isEmpty)
    #expect(run.verdict("R2", 2027)?.bound == Rational(200_000))
    place.rules = place.rules.replacing("  inside: R1", with: "")
    let apart = try place.run()
    #expect(apart.fen(rule: "R2", type: .reserveTopUp, paid: "2027-01") == 20_000_000)
    #expect(apart.fen(rule: "R1") == run.fen(rule: "R1"))
    #expect(apart.traceFaults == [])
  }

  @Test func testedOnTheNewestPublishedCountNotAProjection() throws {
    var place = place("", draw: "0 %")
    place.observations = place.observations.replacing(
      "990001,all,2020,people,200000,persons,observed,census",
      with:
        "990001,urban,2020,people,150000,persons,observed,census\n990001,rural,2019,people,50000,persons,observed,census"
    )
    place.rules += "\n- id: G2\n  form: share\n  gives: x\n  of_indicator: people\n  rate: 1 %"
    place.assumptions = "growth.people: {value: 10 %/year, why: {zh: 测, en: test}}"
    let run = try place.run()
    // 5 x (150,000 + 50,000), whatever people are projected to be by 2027.
    #expect(run.verdict("R1", 2028)?.bound == Rational(1_000_000))
    #expect(run.verdict("R1", 2028)?.status == .observed)
  }

  @Test func reservesOfTwoRegionsAreTestedApartAndTogether() throws {
    var place = place("", draw: "0 %")
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    place.observations += """

      990002,urban,2020,poor,1000,persons,observed,report
      990002,rural,2020,poor,0,persons,observed,report
      990002,all,2020,people,100000,persons,observed,census
      """
    let run = try place.run()
    #expect(run.verdict("R1", 2027, region: "990002")?.bound == Rational(500_000))
    #expect(run.verdict("R1", 2027, region: "990000")?.bound == Rational(1_500_000))
  }

  /// Two reserves cannot bear more of a programme than it pays; one inside another bears nothing.
  @Test func sharesOfSeveralReservesMustFit() throws {
    func second(_ share: String, _ more: String = "") -> String {
      """

      - id: R2
        form: reserve
        per: people
        rate: 1 CNY/person
        start: 1 CNY/person
        drawn_by: aid
        draw_share: \(share)
        refill_month: 1\(more)
      """
    }
    var place = place("")
    let rules = place.rules
    place.rules = rules + second("{2027-01: 50 %, 2028-01: 51 %}")
    #expect(
      try place.run().faults == ["R1: R1, R2 together bear 101 % of their programme, more than 100 %"])
    place.rules = rules + second("50 %")
    #expect(try place.run().faults == [])
    place.rules = rules + second("60 %", "\n  inside: R1")
    #expect(try place.run().faults == [])
  }

  @Test func explainNamesTheCountAndItsSource() throws {
    let run = try place("").run()
    let verdict = try #require(run.verdict("R1", 2028))
    let inputs = run.projection.explainVerdict(verdict).children
    let people = try #require(inputs.first { $0.title.en.hasPrefix("people") })
    #expect(people.value == "200000" && people.unit == "persons" && people.source == "census")
    #expect(people.span?.file.hasSuffix("observations.csv") == true)
    #expect(inputs.contains { $0.title.en == "topped up this year" && $0.value == "1000000.00" })
    // Of the whole place, a sum of its leaves.
    let line = try #require(run.lines(rule: "R1", type: .reserveTopUp).last)
    #expect(run.projection.explainLine(line).children.contains { $0.source == "census" })
  }
}
