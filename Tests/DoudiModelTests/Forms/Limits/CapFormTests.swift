import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct CapFormTests {
  /// 1,000 urban persons x 300 = 300,000 a month of aid and x 6 = 6,000 of services; 3,600,000 and 72,000 a year.
  static func place(_ denominator: String, rate: String = "2 %", strictness: String = "soft") -> SmallPlace {
    var place = SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + """
        - id: S1
          form: flat
          gives: benefit
          unit: CNY/person/month
          amount: 300 CNY/person/month
        - id: S2
          form: flat
          gives: price
          unit: CNY/person/month
          amount: 6 CNY/person/month
        - id: P1
          form: allowance
          programme: aid
          group: recipients
          amount: benefit
        - id: P2
          form: allowance
          programme: services
          group: recipients
          amount: price
        - id: L1
          form: cap
          strictness: \(strictness)
          numerator: {programmes: [services]}
          denominator: \(denominator)
          rate: \(rate)
        """,
      observations: """
        990001,urban,2020,poor,1000,persons,observed,report
        990001,rural,2020,poor,0,persons,observed,report
        """)
    place.programmes = [("aid", "fund"), ("services", "fund")]
    return place
  }

  @Test func shareOfTheSpendingOfProgrammes() throws {
    // 2 % of 3,600,000 is 72,000: the bound itself is allowed.
    let verdict = try #require(try Self.place("{spending_of: [aid]}").run().verdict("L1", 2027))
    #expect(verdict.value == Rational(72_000) && verdict.bound == Rational(72_000))
    #expect(verdict.finding == .met && verdict.slack == .zero && verdict.strictness == .soft)
    #expect(verdict.status == .observed)
    let tighter = try Self.place("{spending_of: [aid]}", rate: "1.99 %", strictness: "hard").run()
    #expect(tighter.verdict("L1", 2027)?.slack == Rational(-360))
    #expect(tighter.verdict("L1", 2027)?.finding == .broken)
    #expect(tighter.verdict("L1", 2027)?.strictness == .hard)
    #expect(tighter.traceFaults == [])
  }

  @Test func shareOfWhatTheNamedTiersPayWhereNothingIsListed() throws {
    var place = Self.place("{issued: [central, province]}", rate: "5 %")
    place.funding = "fund: {shares: [central, province, county]}"
    place.fundingShares = """
      funding.fund.central: {value: 50 %, why: {zh: 测, en: test}}
      funding.fund.province: {value: 10 %, why: {zh: 测, en: test}}
      funding.fund.county: {value: 40 %, why: {zh: 测, en: test}}
      """
    let verdict = try #require(try place.run().verdict("L1", 2027))
    // 5 % of 60 % of 3,672,000 = 110,160.
    #expect(verdict.bound == Rational(110_160))
    #expect(verdict.status == .assumed)
  }

  private func transfers(_ rows: String) -> SmallPlace {
    var place = Self.place("{issued: [central, province]}")
    place.funding = "fund: {transfers: transfers.csv, own: county}"
    place.fundingShares = ""
    place.files = ["transfers.csv": "region,year,fund,tier,batch,amount,unit,status,source\n" + rows + "\n"]
    return place
  }

  @Test func shareOfIssuedMoney() throws {
    let place = transfers(
      """
      990001,2027,fund,central,advance,300,10k CNY,observed,notice
      990001,2027,fund,province,first,80,10k CNY,observed,notice
      990001,2027,fund,central,cut,-20,10k CNY,observed,notice
      990001,2027,fund,prefecture,first,500,10k CNY,observed,notice
      990001,2026,fund,central,advance,900,10k CNY,observed,notice
      """)
    let run = try place.run()
    // 300 + 80 - 20 = 360 (10k) are issued by the two tiers in the year: 72,000 allowed, 72,000 spent.
    #expect(run.verdict("L1", 2027)?.bound == Rational(72_000))
    #expect(run.verdict("L1", 2027)?.finding == .met)
    #expect(run.verdict("L1", 2027)?.status == .observed)
    let assumed = place.files["transfers.csv"]?.replacing(
      "first,80,10k CNY,observed", with: "first,80,10k CNY,assumed")
    var weak = place
    weak.files["transfers.csv"] = assumed
    #expect(try weak.run().verdict("L1", 2027)?.status == .assumed)
  }

  @Test func moneyIssuedToAMiddleLevelCountsForTheWholeOfIt() throws {
    var place = transfers("990010,2027,fund,central,first,360,10k CNY,observed,notice")
    place.regions = """
      990000,,总,Whole,province,,own
      990010,990000,市,City,prefecture,,own
      990001,990010,甲,First,county,urban rural,own
      """
    let run = try place.run()
    #expect(run.verdict("L1", 2027, region: "990010")?.bound == Rational(72_000))
    #expect(run.verdict("L1", 2027, region: "990000")?.bound == Rational(72_000))
  }

  @Test func filedWithIsPrinted() throws {
    var place = Self.place("{spending_of: [aid]}")
    place.rules += "\n  filed_with: {zh: 市民政局, en: the city}"
    #expect(try place.run().verdict("L1", 2027)?.note?.en == "filed with the city")
  }

  @Test func exactlyOneDenominator() throws {
    #expect(try Self.place("{}").check().diagnostics.map(\.code) == ["DD1314"])
    #expect(
      try Self.place("{issued: [central], spending_of: [aid]}").check().diagnostics.map(\.code) == ["DD1314"])
    #expect(try Self.place("{issued: [centre]}").check().diagnostics.contains { $0.code == "DD1311" })
  }
}
