import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct WeightedMultipleFormTests {
  private static let wage = """
    990001,all,2025,wage,1800,CNY/month,observed,paper
    990001,all,2026,wage,2000,CNY/month,observed,paper
    """

  private func place(_ keys: String) -> SmallPlace {
    SmallPlace(
      rules: """
        - id: C1
          form: weighted_multiple
          gives: care
          unit: CNY/person/month
          series: wage
          area: all
          lag: 1 years
          weights: {full: 50 %, half: 30 %, self: 4 %}

        """ + keys,
      observations: Self.wage)
  }

  @Test func averageOverTheCategories() throws {
    // 2,000 x (0.25 x 0.5 + 0.25 x 0.3 + 0.5 x 0.04) = 2,000 x 0.22 = 440.
    let run = try place("  shares: {full: 25 %, half: 25 %, self: 50 %}").run()
    #expect(run.amount("care", .urban, "2027-01") == Rational(440))
    #expect(run.amount("care", .rural, "2027-12") == Rational(440))
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func sharesThatChangeWithinTheYearCountFromTheirMonth() throws {
    let run = try place(
      """
        shares:
          full: {2020-01: 25 %, 2027-07: 30 %}
          half: 25 %
          self: {2020-01: 50 %, 2027-07: 45 %}
      """
    ).run()
    // + 5 points x (0.5 - 0.04) x 2,000 = + 46.
    #expect(run.amount("care", .urban, "2027-06") == Rational(440))
    #expect(run.amount("care", .urban, "2027-07") == Rational(486))
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func sharesThatDoNotAddUpAreReported() throws {
    let run = try place("  shares: {full: 25 %, half: 25 %, self: 49 %}").run()
    #expect(run.faults == ["C1: the shares add up to 99 %, not 100 %"])
  }

  @Test func anotherAmountAsBase() throws {
    let run = try SmallPlace(
      rules: MultipleFormTests.base + "\n" + """
        - id: C1
          form: weighted_multiple
          gives: ceiling
          unit: CNY/person/month
          of: standard
          area: urban
          weights: {all: 50 %}
          shares: {all: 100 %}
        """
    ).run()
    // Half of 900, from July of 945.
    #expect(run.amount("ceiling", .rural, "2027-06") == Rational(450))
    #expect(run.amount("ceiling", .rural, "2027-07") == Rational(945, over: 2))
    #expect(run.traceFaults == [])
  }
}
