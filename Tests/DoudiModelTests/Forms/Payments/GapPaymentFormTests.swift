import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct GapPaymentFormTests {
  /// 1,000 urban and 3,000 rural persons, whatever the month.
  static let groups = """
    - id: G1
      form: path
      gives: recipients
      indicator: poor
      between: step
    """
  static let counts = """
    990001,urban,2020,poor,1000,persons,observed,report
    990001,rural,2020,poor,3000,persons,observed,report
    """

  static func place(_ standard: String, _ payment: String) -> SmallPlace {
    SmallPlace(
      rules: groups + "\n" + standard + "\n- id: P1\n  form: gap_payment\n  programme: aid\n"
        + "  group: recipients\n  amount: standard\n" + payment, observations: counts)
  }

  static let flat = """
    - id: S1
      form: flat
      gives: standard
      unit: CNY/person/month
      amount: {urban: 500 CNY/person/month, rural: 3500 CNY/person/year}
    """

  @Test func personsTimesStandardTimesRatio() throws {
    let run = try Self.place(Self.flat, "  ratio: 54.5 %").run()
    // 1,000 x 500 x 0.545 = 272,500.00; 3,000 x 291 2/3 x 0.545 = 476,875.00.
    #expect(run.fen(rule: "P1", area: .urban, paid: "2027-03") == 27_250_000)
    #expect(run.fen(rule: "P1", area: .rural, paid: "2027-03") == 47_687_500)
    #expect(run.projection.total == Money(fen: 12 * (27_250_000 + 47_687_500)))
    #expect(run.lines().count == 24)
    #expect(run.lines().allSatisfy { $0.type == .regular && $0.status == .observed })
    #expect(run.traceFaults == [])
  }

  @Test func everyLineIsRoundedHalfUpOnce() throws {
    var place = Self.place(Self.flat, "  ratio: 33.33 %")
    place.observations = """
      990001,urban,2020,poor,7,persons,observed,report
      990001,rural,2020,poor,1,persons,observed,report
      """
    let run = try place.run()
    // 7 x 500 x 0.3333 = 1,166.55; 291.6667 x 0.3333 = 97.2125: half a fen goes up.
    #expect(run.fen(area: .urban, paid: "2027-01") == 116_655)
    #expect(run.fen(area: .rural, paid: "2027-01") == 9721)
    let half = try Self.place(Self.flat.replacing("500 CNY", with: "0.01 CNY"), "  ratio: 50 %")
    var one = half
    one.observations = place.observations
    // 7 x 0.01 x 0.5 = 0.035: 4 fen; and of one person 0.5 fen: 1.
    #expect(try one.run().fen(area: .urban, paid: "2027-01") == 4)
  }

  @Test func neverBelowTheMinimum() throws {
    let run = try Self.place(Self.flat, "  ratio: {urban: 15 %, rural: 20 %}\n  minimum: 20 %").run()
    #expect(run.fen(area: .urban, paid: "2027-01") == 10_000_000)
    #expect(run.fen(area: .rural, paid: "2027-01") == 17_500_000)
    #expect(run.traceFaults == [])
  }

  @Test func backPayBringsTheYearToTheFullEntitlement() throws {
    let indexed = IndexedFormTests.rules("ratio: 30 %\neffective_month: 1\npaid_from_month: 7")
    var place = Self.place(indexed, "  ratio: 60 %")
    place.observations += "\n" + IndexedFormTests.series
    let run = try place.run()
    // 2026: 525, from January 551.25, first paid in July. 1,000 persons at 60 %:
    // 315,000 a month until June, 330,750 from July, and then six times the difference.
    #expect(run.fen(area: .urban, paid: "2027-06") == 31_500_000)
    #expect(run.fen(type: .regular, area: .urban, paid: "2027-07") == 33_075_000)
    let back = run.lines(type: .backPay, area: .urban)
    #expect(back.count == 6)
    #expect(back.allSatisfy { $0.fen == 1_575_000 && $0.paid.month == 7 })
    #expect(back.map(\.entitled.month) == [1, 2, 3, 4, 5, 6])
    #expect(run.fen(area: .urban) == 12 * 33_075_000)
    // 3,000 rural persons at 330.75.
    #expect(run.fen(area: .rural) == 12 * 59_535_000)
    #expect(run.traceFaults == [])
  }

  @Test func backPayReachesMonthsBeforeTheHorizon() throws {
    let indexed = IndexedFormTests.rules("ratio: 30 %\neffective_month: 1\npaid_from_month: 7")
    var place = Self.place(indexed, "  ratio: 60 %")
    place.observations += "\n" + IndexedFormTests.series
    place.horizon = ("2027-04", "2027-12")
    let run = try place.run()
    // The fiscal year adds up payment months: the six months settled in July are all paid in it.
    #expect(run.fen(area: .urban) == 3 * 31_500_000 + 6 * 33_075_000 + 6 * 1_575_000)
  }

  @Test func theCalendarMovesThePayment() throws {
    var place = Self.place(Self.flat, "  ratio: 54.5 %")
    place.scenario = "options: {calendar: {2027-02: 2027-01}}"
    let run = try place.run()
    #expect(run.fen(area: .urban, paid: "2027-01") == 2 * 27_250_000)
    #expect(run.fen(area: .urban, paid: "2027-02") == 0)
    #expect(run.lines(area: .urban, paid: "2027-01").map(\.entitled.month) == [1, 2])
    #expect(run.fen(area: .urban) == 12 * 27_250_000)
  }
}
