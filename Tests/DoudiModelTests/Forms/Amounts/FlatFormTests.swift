import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct FlatFormTests {
  @Test func datedValueHoldsFromItsMonth() throws {
    let run = try SmallPlace(
      rules: """
        - id: A1
          form: flat
          gives: price
          unit: CNY/person/month
          amount: {2020-01: 30 CNY/person/month, 2027-06-15: 360.60 CNY/person/year}
        """
    ).run()
    // 360.60 a year is 30.05 a month; a day counts from its month on.
    #expect(run.amount("price", .urban, "2027-05") == Rational(30))
    #expect(run.amount("price", .urban, "2027-06") == Rational(601, over: 20))
    #expect(run.amount("price", .rural, "2027-12") == Rational(601, over: 20))
    #expect(run.amount("price", .all, "2027-12") == nil)
    #expect(run.figure("price", .urban, "2027-05")?.status == .stated)
    #expect(run.traceFaults == [])
  }

  @Test func indexCarriesTheAmountFromItsBaseYear() throws {
    // Wages 2,000 in 2020 and 2,500 in 2026, + 10 % to 2027: 2,750.
    // 40 x 2,750 / 2,000 = 55.
    let place = SmallPlace(
      rules: """
        - id: A1
          form: flat
          gives: price
          unit: CNY/person/month
          amount: 40 CNY/person/month
          index: wage
          index_base: 2020
        """,
      observations: """
        990001,all,2020,wage,2000,CNY/month,observed,paper
        990001,all,2026,wage,2500,CNY/month,observed,paper
        """,
      assumptions: "growth.wage: {value: 10 %/year, why: {zh: 测, en: test}}")
    let run = try place.run()
    #expect(run.amount("price", .urban, "2027-01") == Rational(55))
    #expect(run.figure("price", .urban, "2027-01")?.status == .assumed)
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func indexNeedsItsBaseYear() throws {
    let place = SmallPlace(
      rules: """
        - id: A1
          form: flat
          gives: price
          unit: CNY/person/month
          amount: 40 CNY/person/month
          index: wage
        """)
    #expect(try place.check().diagnostics.map(\.code) == ["DD1303"])
  }
}
