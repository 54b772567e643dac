import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiAnalysis

/// The change of a budget, taken apart by cause.
@Suite struct YearOnYearTests {
  /// 100 persons become 110, a standard of 10 becomes 12, the ratio stays: a year of 12 months.
  private func place() -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: {2020-01: 10 CNY/person/month, 2028-01: 12 CNY/person/month}}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: gap_payment, programme: aid, group: poor, amount: benefit, ratio: {2020-01: 50 %, 2029-01: 60 %}}
        """,
      observations: """
        990001,urban,2020,poor,100,persons,observed,report
        990001,urban,2028-01,poor,110,persons,observed,report
        990001,rural,2020,poor,0,persons,observed,report
        """)
    place.horizon = ("2027-01", "2029-12")
    return place
  }

  private func parts(_ run: SmallRun, year: Int) -> ChangeParts {
    YearOnYear(run.projection).parts(programmes: [0], leaves: [0], year: year)
  }

  @Test func personsAndStandardShareWhatTheyChangeTogether() throws {
    let run = try place().run()
    // 12 x 50 %: (110 - 100) x (10 + 12) / 2 and (12 - 10) x (100 + 110) / 2.
    let parts = parts(run, year: 1)
    #expect(parts.all == [66_000, 126_000, 0, 0, 0])
    #expect(parts.total == 192_000)
  }

  @Test func theRatioHasItsOwnPart() throws {
    // 110 persons x 12 CNY x 12 months x 10 %.
    #expect(parts(try place().run(), year: 2).all == [0, 0, 158_400, 0, 0])
  }

  @Test func theYearBeforeTheHorizonIsTheRulesOwn() throws {
    let changes = YearOnYear(try place().run().projection)
    #expect(changes.yearBefore(programme: 0, leaf: 0) == 600_000)
    #expect(changes.parts(programmes: [0], leaves: [0], year: 0) == ChangeParts())
  }

  /// A rise that is settled in the same year is the standard's, not a thing paid once.
  @Test func backPayOfTheYearBelongsToTheStandard() throws {
    var place = place()
    place.rules = """
      - {id: S1, form: indexed, gives: benefit, unit: CNY/person/month, series: income, lag: 1 years, ratio: 1 %, effective_month: 1, paid_from_month: 7}
      - {id: G1, form: path, gives: poor, indicator: poor, between: step}
      - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
      """
    place.observations = """
      990001,urban,2020,poor,100,persons,observed,report
      990001,rural,2020,poor,0,persons,observed,report
      990000,urban,2020,income,12000,CNY/person/year,observed,report
      990000,urban,2027,income,18000,CNY/person/year,observed,report
      990000,rural,2020,income,12000,CNY/person/year,observed,report
      """
    place.assumptions = "growth.income: {value: 0 %/year, why: {zh: 测, en: test}}"
    let run = try place.run()
    #expect(run.lines(type: .backPay).contains { $0.fen != 0 })
    // 10 CNY a month become 15: 100 persons x 12 x 5.
    #expect(parts(run, year: 1).all == [0, 600_000, 0, 0, 0])
  }

  @Test func whatIsPaidOnceIsOneOff() throws {
    var place = place()
    place.rules += """

      - {id: R1, form: reserve, per: people, rate: 5 CNY/person, start: 5 CNY/person, drawn_by: aid, draw_share: 25 %, refill_month: 1}
      """
    place.observations += "\n990001,all,2020,people,2000,persons,observed,census"
    let parts = parts(try place.run(), year: 1)
    #expect(parts.volume == 66_000 && parts.price == 126_000)
    #expect(parts.oneOff != 0)
  }

  /// Persons of a place with no one before count as persons, whatever their standard.
  @Test func newPersonsAreAllVolume() throws {
    var place = place()
    place.observations = """
      990001,urban,2020,poor,0,persons,observed,report
      990001,urban,2028-01,poor,110,persons,observed,report
      990001,rural,2020,poor,0,persons,observed,report
      """
    #expect(parts(try place.run(), year: 1).all == [792_000, 0, 0, 0, 0])
  }
}
