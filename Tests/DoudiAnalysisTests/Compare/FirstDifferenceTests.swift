import DoudiAnalysis
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct FirstDifferenceTests {
  private func month(_ overrides: [String] = [], reforms: [String] = []) throws -> String? {
    let place = ComparePlace.place
    let other = try place.run(overrides: overrides, reforms: reforms).projection
    return FirstDifference.month(try place.run().projection, other).map { "\($0)" }
  }

  @Test func whatIsTheSameAndWhatChangesNothing() throws {
    #expect(try month() == nil)
    #expect(try month(reforms: ["idle.yaml"]) == nil)
  }

  @Test func fromTheMonthOfTheDate() throws {
    #expect(try month(reforms: ["later.yaml"]) == "2028-07")
    #expect(
      try month(["S1.amount@990002/rural={2020-01: 500 CNY/person/month, 2028-03: 501 CNY/person/month}"])
        == "2028-03")
    #expect(try month(["S2.times=1.4"]) == "2027-01")
  }

  /// Money alone: who pays. A limit alone: its rate, tested over the year.
  @Test func moneyAndLimitsAlone() throws {
    #expect(
      try month(["funding.fund.province@990001=40%", "funding.fund.prefecture@990001=30%"]) == "2027-01")
    #expect(try month(["L1.rate=31%"]) == "2027-12")
  }

  /// Months that only one covers are no difference.
  @Test func commonMonths() throws {
    #expect(try month(["horizon.last=2027-12"]) == nil)
    #expect(try month(["horizon.last=2028-06"], reforms: ["later.yaml"]) == nil)
  }
}
