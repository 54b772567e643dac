import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct FundingStageTests {
  /// Two leaves that pay 80 and 60 CNY a month; 990001 lies in city 990010.
  private func place(_ rows: String) -> SmallPlace {
    var place = SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + """
        - id: S1
          form: flat
          gives: benefit
          unit: CNY/person/month
          amount: 1 CNY/person/month
        - {id: P1, form: allowance, programme: aid, group: recipients, amount: benefit}
        """,
      observations: """
        990001,urban,2020,poor,80,persons,observed,report
        990001,rural,2020,poor,0,persons,observed,report
        990002,urban,2020,poor,60,persons,observed,report
        990002,rural,2020,poor,0,persons,observed,report
        """)
    place.regions = """
      990000,,总,Whole,province,,own
      990010,990000,市,City,prefecture,,own
      990001,990010,甲,First,county,urban rural,own
      990002,990000,乙,Second,county,urban rural,own
      """
    place.horizon = ("2027-01", "2027-02")
    place.funding = "fund: {transfers: transfers.csv, own: county}"
    place.fundingShares = ""
    place.files = ["transfers.csv": "region,year,fund,tier,batch,amount,unit,status,source\n\(rows)\n"]
    return place
  }

  /// What the tiers pay of the urban lines: central, province, prefecture, county in CNY.
  private func paid(_ run: SmallRun, _ region: String, _ month: String) -> [Int64]? {
    let found = run.projection.lines.indices.filter { index in
      let line = run.projection.lines[index]
      let cell = run.model.space.cells[Int(line.cell)]
      return cell.region.text == region && cell.area == .urban && line.paid.description == month
    }
    return found.first.map { index in
      Tier.allCases.dropLast().map { run.projection.share(ofLine: index, tier: $0).fen / 100 }
    }
  }

  @Test func issuedMoneyFirstInPaymentOrderThenOwn() throws {
    let run = try place(
      """
      990001,2027,fund,central,first,100,CNY,observed,notice
      990000,2027,fund,province,first,0.005,10k CNY,observed,notice
      """
    ).run()
    // January: 80 of the 100; the second leaf has no central money and takes the province's 50.
    #expect(paid(run, "990001", "2027-01") == [80, 0, 0, 0])
    #expect(paid(run, "990002", "2027-01") == [0, 50, 0, 10])
    // February: the last 20, the province's money is gone.
    #expect(paid(run, "990001", "2027-02") == [20, 0, 0, 60])
    #expect(paid(run, "990002", "2027-02") == [0, 0, 0, 60])
    #expect(run.projection.unspent.values.allSatisfy { $0 == .zero })
    #expect(IdentityTests.moneyAddsUp(run))
  }

  @Test func theRegionsOwnMoneyBeforeThatOfItsParents() throws {
    let run = try place(
      """
      990000,2027,fund,central,first,30,CNY,observed,notice
      990010,2027,fund,central,first,30,CNY,observed,notice
      990001,2027,fund,central,first,50,CNY,observed,notice
      """
    ).run()
    // 50 of its own and 30 of its city's; the 30 of the whole are left for the second leaf.
    #expect(paid(run, "990001", "2027-01") == [80, 0, 0, 0])
    #expect(paid(run, "990002", "2027-01") == [30, 0, 0, 30])
  }

  @Test func aCutReducesWhatIsThereAndWhatIsLeftIsSurplus() throws {
    let run = try place(
      """
      990001,2027,fund,central,first,500,CNY,observed,notice
      990001,2027,fund,central,cut,-240,CNY,observed,notice
      """
    ).run()
    #expect(paid(run, "990001", "2027-02") == [80, 0, 0, 0])
    // 260 issued, 160 paid.
    #expect(run.projection.unspent.values.reduce(Money.zero, +) == Money(fen: 10_000))
  }

  @Test func moneyOfAnotherYearOrFundPaysNothing() throws {
    var place = place(
      """
      990001,2026,fund,central,first,500,CNY,observed,notice
      990001,2027,other,central,first,500,CNY,observed,notice
      """)
    place.funds = ["fund", "other"]
    place.funding += "\nother: {shares: [county]}"
    place.fundingShares = "funding.other.county: {value: 100 %, why: {zh: 测, en: test}}"
    #expect(paid(try place.run(), "990001", "2027-01") == [0, 0, 0, 80])
  }

  @Test func sharesByRegionAndDateAndToTheFen() throws {
    var place = place("")
    place.files = [:]
    place.funding = "fund: {shares: [central, province, county]}"
    place.fundingShares = """
      funding.fund.central: {value: 33.33 %, regions: {"990002": 0 %}, why: {zh: 测, en: test}}
      funding.fund.province: {value: {2020-01: 33.33 %, 2027-02: 0 %}, why: {zh: 测, en: test}}
      funding.fund.county: {value: {2020-01: 33.34 %, 2027-02: 66.67 %}, regions: {"990002": {2020-01: 66.67 %, 2027-02: 100 %}}, why: {zh: 测, en: test}}
      """
    place.observations = place.observations.replacing("poor,80", with: "poor,1").replacing(
      "poor,60", with: "poor,1")
    let run = try place.run()
    func fen(_ region: String, _ month: String) -> [Int64] {
      run.projection.lines.indices.filter {
        let line = run.projection.lines[$0]
        return run.model.space.cells[Int(line.cell)].region.text == region && line.paid.description == month
          && line.fen > 0
      }.flatMap { index in
        [Tier.central, .province, .county].map { run.projection.share(ofLine: index, tier: $0).fen }
      }
    }
    // One yuan: 33.33, 33.33, 33.34 give 33, 33 and the last fen to the largest remainder.
    #expect(fen("990001", "2027-01") == [33, 33, 34])
    #expect(fen("990001", "2027-02") == [33, 0, 67])
    #expect(fen("990002", "2027-01") == [0, 33, 67])
    #expect(fen("990002", "2027-02") == [0, 0, 100])
  }

  /// What comes back is the own tier's: issued money is used up by what is paid, and not restored.
  @Test func moneyThatComesBackGoesToTheOwnTier() throws {
    var place = place("990001,2027,fund,central,first,100,CNY,observed,notice")
    place.rules += """

      - id: P2
        form: emergency_grant
        programme: aid
        applicants: {2020-01: 0 persons, 2027-01: 10 persons, 2027-02: 0 persons}
        of: benefit
        area: urban
        months: 1 months
        offset: true
      """
    let run = try place.run()
    let back = run.projection.lines.indices.filter { run.projection.lines[$0].type == .offset }
    #expect(!back.isEmpty)
    for line in back {
      let tiers = Tier.allCases.map { run.projection.share(ofLine: line, tier: $0).fen }
      #expect(tiers == [0, 0, 0, run.projection.lines[line].fen, 0])
    }
  }
}
