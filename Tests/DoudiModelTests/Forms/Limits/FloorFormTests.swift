import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct FloorFormTests {
  private func run(_ keys: String) throws -> SmallRun {
    try SmallPlace(
      rules: """
        - id: S1
          form: flat
          gives: standard
          unit: CNY/person/month
          amount: {urban: 500 CNY/person/month, rural: 300 CNY/person/month}
        - id: S2
          form: flat
          gives: home
          unit: CNY/person/month
          amount: {urban: 650 CNY/person/month, rural: {2020-01: 400 CNY/person/month, 2027-07: 390 CNY/person/month}}
        - id: L1
          form: floor
          strictness: hard
          amount: home
        """ + "\n" + keys
    ).run()
  }

  @Test func theTightestMonthAndAreaDecides() throws {
    // 1.3 x 500 = 650 and 1.3 x 300 = 390: both met with nothing to spare, rural from July.
    let run = try run("  at_least: {times: \"1.3\", of: standard, area: own}")
    let verdict = try #require(run.verdict("L1", 2027))
    #expect(verdict.slack == .zero && verdict.finding == .met)
    #expect(verdict.id == "L1" && verdict.strictness == .hard)
    #expect(run.traceFaults == [])
  }

  @Test func baseOfAnotherArea() throws {
    let verdict = try #require(
      try run("  at_least: {times: \"1.3\", of: standard, area: urban}").verdict("L1", 2027))
    // The rural 390 against 1.3 x 500.
    #expect(verdict.value == Rational(390) && verdict.bound == Rational(650))
    #expect(verdict.slack == Rational(-260) && verdict.finding == .broken)
  }

  @Test func aFixedBound() throws {
    #expect(try run("  at_least: 390 CNY/person/month").verdict("L1", 2027)?.finding == .met)
    #expect(
      try run("  at_least: 4681.2 CNY/person/year").verdict("L1", 2027)?.slack == Rational(-1, over: 10))
  }

  @Test func theTightestIsFoundWhereverItStands() throws {
    // Urban 650 - 700 = -50 comes first in every list, rural 390 - 300 = + 90 last.
    let verdict = try #require(
      try run("  at_least: {urban: 700 CNY/person/month, rural: 300 CNY/person/month}").verdict("L1", 2027))
    #expect(verdict.slack == Rational(-50) && verdict.value == Rational(650))
  }

  @Test func parentsHaveTheTightestLeaf() throws {
    #expect(
      try run("  at_least: 400 CNY/person/month").verdict("L1", 2027, region: "990000")?.slack
        == Rational(-10))
  }
}
