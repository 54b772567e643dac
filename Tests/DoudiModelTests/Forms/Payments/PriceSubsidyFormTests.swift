import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PriceSubsidyFormTests {
  private func run(_ cpi: String, _ food: String, _ keys: String = "") throws -> SmallRun {
    try SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + GapPaymentFormTests.flat + "\n" + """
        - id: P1
          form: price_subsidy
          programme: aid
          groups: [recipients]
          amount: standard
          cpi: prices
          food_cpi: food
          trigger: 3.5 %
          food_trigger: 6 %
        """ + (keys.isEmpty ? "" : "\n" + keys),
      observations: GapPaymentFormTests.counts + """

        990000,all,2027-03,prices,\(cpi),%,observed,bureau
        990000,all,2027-03,food,\(food),%,observed,bureau
        """,
      assumptions: """
        indicator.prices: {value: 1 %, why: {zh: 测, en: test}}
        indicator.food: {value: 2 %, why: {zh: 测, en: test}}
        """
    ).run()
  }

  @Test func theBoundItselfTriggers() throws {
    let run = try run("3.5", "5.99")
    // 500 x 3.5 % = 17.5 a head.
    #expect(run.fen(area: .urban, paid: "2027-03") == 1_750_000)
    #expect(run.lines().map(\.paid.description) == ["2027-03", "2027-03"])
    #expect(run.lines().allSatisfy { $0.type == .priceSubsidy })
    #expect(run.traceFaults == [])
  }

  @Test func justBelowBothBoundsNothingIsPaid() throws {
    #expect(try run("3.49", "5.99").lines().isEmpty)
  }

  @Test func foodAloneTriggersAtItsBound() throws {
    let run = try run("3.4", "6")
    // The index that triggered counts: 6 % of 500 = 30.
    #expect(run.fen(area: .urban, paid: "2027-03") == 3_000_000)
    #expect(run.traceFaults == [])
  }

  @Test func ofTwoThatTriggeredTheLarger() throws {
    #expect(try run("3.6", "7").fen(area: .urban, paid: "2027-03") == 3_500_000)
    #expect(try run("7", "6.5").fen(area: .urban, paid: "2027-03") == 3_500_000)
    // Food at 5 % is larger but has not triggered.
    #expect(try run("4", "5").fen(area: .urban, paid: "2027-03") == 2_000_000)
  }

  @Test func roundedHalfUpAndNotBelowTheMinimum() throws {
    // 17.5 to 18; rural 291 2/3 x 3.5 % = 10.208 to 10.
    let rounded = try run("3.5", "0", "  rounding: 1 CNY/person")
    #expect(rounded.fen(area: .urban, paid: "2027-03") == 1_800_000)
    #expect(rounded.fen(area: .rural, paid: "2027-03") == 3_000_000)
    let least = try run("3.5", "0", "  rounding: 1 CNY/person\n  minimum: 15 CNY/person")
    #expect(least.fen(area: .urban, paid: "2027-03") == 1_800_000)
    #expect(least.fen(area: .rural, paid: "2027-03") == 4_500_000)
    #expect(least.traceFaults == [])
  }

  @Test func groupsAreAddedUp() throws {
    var place = SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + GapPaymentFormTests.flat + "\n" + """
        - id: G2
          form: share
          gives: others
          of: recipients
          rate: 10 %
        - id: P1
          form: price_subsidy
          programme: aid
          groups: [recipients, others]
          amount: standard
          cpi: prices
          food_cpi: food
          trigger: 3.5 %
          food_trigger: 6 %
        """, observations: GapPaymentFormTests.counts)
    place.assumptions = """
      indicator.prices: {value: 4 %, why: {zh: 测, en: test}}
      indicator.food: {value: 2 %, why: {zh: 测, en: test}}
      """
    // 1,100 x 20.
    #expect(try place.run().fen(area: .urban, paid: "2027-05") == 2_200_000)
  }
}
