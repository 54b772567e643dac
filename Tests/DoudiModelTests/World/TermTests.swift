import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct TermTests {
  private func run(_ amount: String, _ overrides: [String] = []) throws -> SmallRun {
    var place = SmallPlace(
      rules: "- id: S1\n  form: flat\n  gives: price\n  unit: CNY/person/month\n  amount: "
        + amount.replacing(" CNY", with: " CNY/person/month"))
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    return try place.run(overrides: overrides)
  }

  @Test func regionAndAreaBeforeRegionBeforeAreaBeforeTheRest() throws {
    let run = try run(
      """
      {value: {urban: 1 CNY, rural: 2 CNY}, regions: {"990001": {value: 3 CNY, rural: 4 CNY}}}
      """)
    #expect(run.amount("price", .urban, "2027-01", region: "990002") == Rational(1))
    #expect(run.amount("price", .rural, "2027-01", region: "990002") == Rational(2))
    #expect(run.amount("price", .urban, "2027-01") == Rational(3))
    #expect(run.amount("price", .rural, "2027-01") == Rational(4))
  }

  @Test func aDateHoldsFromItsMonthOnWhateverTheOrderWritten() throws {
    let run = try run("{2027-09: 3 CNY, 2027-03-31: 1 CNY, 2027-06: 2 CNY}")
    // Before the first date the first value stands.
    let expected = [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]
    for (index, value) in expected.enumerated() {
      #expect(run.amount("price", .urban, Month(year: 2027, month: index + 1).description) == Rational(value))
    }
  }

  @Test func statusAndSourceOfAMappingHoldForAllBelowIt() throws {
    let run = try run(
      """
      {urban: {2020-01: 1 CNY, 2027-06: {value: 2 CNY, status: observed}}, rural: 3 CNY, status: estimated}
      """)
    #expect(run.figure("price", .urban, "2027-05")?.status == .estimated)
    #expect(run.figure("price", .urban, "2027-06")?.status == .observed)
    #expect(run.figure("price", .rural, "2027-06")?.status == .estimated)
  }

  @Test func valuesForSomeRegionsLeaveTheOthersTheBooks() throws {
    let run = try run("{urban: 1 CNY, rural: 2 CNY}", ["S1.amount@990002=9"])
    #expect(run.amount("price", .rural, "2027-01", region: "990002") == Rational(9))
    #expect(run.amount("price", .rural, "2027-01") == Rational(2))
    #expect(run.faults == [])
  }
}
