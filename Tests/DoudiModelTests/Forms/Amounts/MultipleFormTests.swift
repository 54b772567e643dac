import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct MultipleFormTests {
  static let base = """
    - id: S1
      form: flat
      gives: standard
      unit: CNY/person/month
      amount: {urban: {2020-01: 900 CNY/person/month, 2027-07: 945 CNY/person/month}, rural: 3500 CNY/person/year}
    """

  private func run(_ keys: String, _ assumptions: String = "") throws -> SmallRun {
    try SmallPlace(
      rules: Self.base + "\n" + """
        - id: T1
          form: multiple
          gives: multiple
          unit: CNY/person/month
          of: standard
        """ + "\n" + keys, assumptions: assumptions
    ).run()
  }

  @Test func exactMultipleOfTheOwnArea() throws {
    let run = try run("  times: \"1.3\"")
    // 1.3 x 945 = 1,228.5; 1.3 x 3,500 / 12 = 379 1/6, kept as a fraction.
    #expect(run.amount("multiple", .urban, "2027-06") == Rational(1170))
    #expect(run.amount("multiple", .urban, "2027-07") == Rational(2457, over: 2))
    #expect(run.amount("multiple", .rural, "2027-07") == Rational(2275, over: 6))
    #expect(run.traceFaults == [])
  }

  @Test func baseOfTheNamedAreaAndGuideline() throws {
    let run = try run(
      """
        times: "1.3"
        area: urban
        guideline: {value: 1200 CNY/person/month, status: assumed}
      """)
    // max(1.3 x 900, 1,200) = 1,200 until June, then 1,228.5 > 1,200, in both areas.
    for area in [Area.urban, .rural] {
      #expect(run.amount("multiple", area, "2027-06") == Rational(1200))
      #expect(run.amount("multiple", area, "2027-07") == Rational(2457, over: 2))
      #expect(run.figure("multiple", area, "2027-07")?.status == .assumed)
    }
    #expect(run.traceFaults == [])
  }

  @Test func lagOfAYearAndStep() throws {
    let run = try run(
      """
        times: "0.25"
        lag: 1 years
        step: 10 CNY/person/month
      """)
    // 2027-07 looks at 2026-07: 900 / 4 = 225, up to 230; rural 291.67 / 4 = 72.9, up to 80.
    #expect(run.amount("multiple", .urban, "2027-07") == Rational(230))
    #expect(run.amount("multiple", .rural, "2027-07") == Rational(80))
    #expect(run.traceFaults == [])
  }

  @Test func openFactorIsSuppliedByRegion() throws {
    let run = try run(
      """
        times: {open: {zh: 倍数, en: multiple}, unit: "1"}
      """,
      """
      T1.times: {value: "2", regions: {"990001": "1.5"}, why: {zh: 测, en: test}}
      """)
    #expect(run.amount("multiple", .urban, "2027-01") == Rational(1350))
    #expect(run.figure("multiple", .urban, "2027-01")?.status == .assumed)
  }
}
