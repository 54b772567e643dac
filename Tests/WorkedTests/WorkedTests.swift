import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Every example runs through the real forms; each test quotes where its example is published.
@Suite struct WorkedTests {
  /// Examples that none of the forms computes, and why.
  static let notCovered = [
    "E02": "a table of twelfths and eighths by growth, not the product of standard and growth"
  ]

  private static let covered = [
    "E01", "E04", "E05", "E06", "E07", "E09", "E10", "E12", "E15", "E16", "E17", "E18", "E19", "E20", "E21",
    "E22",
    "E23", "E24", "E25", "E26",
  ]

  @Test func everyCaseIsCoveredOrSaidNotToBe() throws {
    #expect(try WorkedCase.all() == (Self.covered + Self.notCovered.keys).sorted())
    for id in try WorkedCase.all() { #expect(try !WorkedCase(id).source.isEmpty) }
  }

  /// bbbaike.com/baike/techan/340674: standard 1,100, income 700 a head, three persons, one minor at 40 %.
  @Test func gapAndTopUpE01() throws {
    let example = try WorkedCase("E01")
    let (standard, income) = (
      try example.input("standard", "CNY/person/month"), try example.input("income", "CNY/person/month")
    )
    // The gap as a share of the standard, twelve decimals of a per cent: 36.363636363636.
    let ratio = ((standard - income) / standard * Rational(100)).decimalText(places: 12)
    let run = try SmallPlace(
      rules: """
        - id: S1
          form: flat
          gives: standard
          unit: CNY/person/month
          amount: \(try example.text("standard"))
        - id: G1
          form: path
          gives: family
          indicator: family
          between: step
        - id: G2
          form: path
          gives: minors
          indicator: minors
          between: step
        - id: P1
          form: gap_payment
          programme: aid
          group: family
          amount: standard
          ratio: \(ratio) %
        - id: P2
          form: top_up
          programme: aid
          group: minors
          category_share: 100 %
          rate: \(try example.text("rate"))
          amount: standard
        """,
      observations: """
        990001,urban,2026,family,3,persons,observed,example
        990001,rural,2026,family,0,persons,observed,example
        990001,urban,2026,minors,1,persons,observed,example
        990001,rural,2026,minors,0,persons,observed,example
        """
    ).run()
    #expect(run.fen(rule: "P1", paid: "2027-01") == fen(try example.expected("gap", "CNY/month")))
    #expect(run.fen(rule: "P2", paid: "2027-01") == fen(try example.expected("top_up", "CNY/month")))
    #expect(run.fen(paid: "2027-01") == fen(try example.expected("total", "CNY/month")))
  }

  /// hfyaohai.gov.cn/public/18991/111225656 with the shares of the Anhui page: care in Hefei.
  @Test(arguments: ["E04", "E05", "E06", "E07", "E09"]) func careE(_ id: String) throws {
    let example = try WorkedCase(id)
    let run = try SmallPlace(
      rules: """
        - id: C1
          form: weighted_multiple
          gives: care
          unit: CNY/person/month
          series: minimum_wage
          area: all
          weights: {only: \(try example.text("weight"))}
          shares: {only: \(try example.text("share"))}
        """,
      observations:
        "990001,all,2027,minimum_wage,\(try example.input("minimum_wage", "CNY/month")),CNY/month,observed,example"
    ).run()
    let yearly = try #require(run.amount("care", .urban, "2027-01")) * Rational(12)
    #expect(yearly == (try example.expected("exact", "CNY/person/year")))
    // Published amounts are in whole yuan.
    #expect(Rational(yearly.roundedHalfUp, over: 1) == (try example.expected("published", "CNY/person/year")))
  }

  /// Stored policy file 61419226848: disability allowances in Fujian 2025.
  @Test func multiplesE10() throws {
    let example = try WorkedCase("E10")
    let run = try SmallPlace(
      rules: """
        - id: S1
          form: flat
          gives: standard
          unit: CNY/person/month
          amount: \(try example.text("standard"))
        - id: T1
          form: multiple
          gives: living
          unit: CNY/person/month
          of: standard
          times: "\(try example.text("times_living"))"
        - id: T2
          form: multiple
          gives: nursing
          unit: CNY/person/month
          of: standard
          times: "\(try example.text("times_nursing"))"
        """
    ).run()
    #expect(run.amount("living", .urban, "2027-01") == (try example.expected("living", "CNY/person/month")))
    let nursing = try #require(run.amount("nursing", .urban, "2027-01"))
    #expect(nursing == (try example.expected("nursing_exact", "CNY/person/month")))
    #expect(
      Rational(nursing.roundedHalfUp, over: 1)
        == (try example.expected("nursing_published", "CNY/person/month")))
  }

  /// Jilin 2024-11, urban: 257,980 persons x 624 CNY against 16,088.53 (10k) reported.
  @Test func monthlyIdentityE12() throws {
    let example = try WorkedCase("E12")
    let paid = try Payroll.month(
      persons: try example.input("persons", "persons"), benefit: try example.text("benefit"))
    #expect(paid.yuan == (try example.expected("product", "CNY")))
    let reported = try example.expected("reported", "CNY")
    let half = try example.input("persons", "persons") * Rational(1, over: 2) + Rational(50)
    #expect(Self.distance(paid.yuan, reported) <= half)
  }

  /// MCA 2015 bulletin: year-end count x average pay understates the year.
  @Test(arguments: ["urban", "rural"]) func yearEndCountE15(_ area: String) throws {
    let example = try WorkedCase("E15")
    let month = try Payroll.month(
      persons: try example.input("\(area)_persons", "persons"), benefit: try example.text("\(area)_benefit"))
    let year = month.yuan * Rational(12)
    let hundredMillion = Rational(100_000_000)
    #expect(
      (year / hundredMillion).rounded(toPlaces: 1) == (try example.expected("\(area)_product", "100m CNY")))
    let factor = try example.input("\(area)_reported", "CNY") / year
    #expect(factor.rounded(toPlaces: 3) == (try example.expected("\(area)_factor", "1")))
  }

  /// hnkjzzs.com news 255: Henan 2018, central and provincial money a head.
  @Test func issuedMoneyE16() throws {
    let example = try WorkedCase("E16")
    var place = SmallPlace(
      rules: "- id: L1\n  form: cap\n  numerator: {programmes: [aid]}\n"
        + "  denominator: {issued: [central, province]}\n  rate: 100 %")
    place.funding = "fund: {transfers: transfers.csv, own: county}"
    place.fundingShares = ""
    let issued = try example.input("issued", "100m CNY")
    place.files = [
      "transfers.csv": "region,year,fund,tier,batch,amount,unit,status,source\n"
        + "990001,2027,fund,central,all,\(issued),100m CNY,observed,example\n"
    ]
    let bound = try #require(try place.run().verdict("L1", 2027)?.bound)
    let persons = try ["dibao", "tekun", "orphans"].reduce(Rational.zero) {
      $0 + (try example.input($1, "persons"))
    }
    #expect(Rational((bound / persons).roundedHalfUp, over: 1) == (try example.expected(nil, "CNY/person")))
  }

  /// Xuanwei document 二(七)23 with 369 villages and communities (mmtar.com/wiki/181246).
  @Test func coordinatorsE25() throws {
    let example = try WorkedCase("E25")
    let run = try SmallPlace(
      rules: "- id: P1\n  form: norm\n  programme: aid\n  units: villages\n  cost: 0 CNY/post/month\n"
        + "  posts: \(try example.text("posts"))",
      observations: "990001,all,2027,villages,\(try example.input("units", "count")),count,observed,example"
    ).run()
    #expect(run.verdict("P1", 2027)?.bound == (try example.expected(nil, "posts")))
  }

  /// Documents of Jimo (60 %) and Weihai (85 %): the fewest persons in institutions that meet the target.
  @Test(arguments: ["jimo", "weihai"]) func institutionalRateE26(_ place: String) throws {
    let example = try WorkedCase("E26")
    let all = try example.input("non_self_caring", "persons")
    let fewest = try example.expected(place, "persons")
    for (inside, finding) in [(fewest, Finding.met), (fewest - .one, .broken)] {
      let rate = inside / all * Rational(100)
      let run = try SmallPlace(
        rules: """
          - id: G1
            form: path
            gives: tekun
            indicator: tekun_persons
            between: step
          - id: G2
            form: institutional_rate
            of: tekun
            gives: inside
            rest: outside
            non_self_caring: 100 %
            start_rate: \(rate) %
            target_rate: \(rate) %
            by: "2027"
            others_rate: 0 %
          - id: L1
            form: target
            of: G2
            at_least: \(try example.text("rate_\(place)"))
            by: "2027"
          """,
        observations: """
          990001,urban,2020,tekun_persons,\(all),persons,observed,example
          990001,rural,2020,tekun_persons,0,persons,observed,example
          """
      ).run()
      #expect(abs((run.persons("inside", .urban, "2027-12") ?? 0) - inside.double) < 1e-9)
      #expect(run.verdict("L1", 2027)?.finding == finding)
    }
  }

  static func distance(_ a: Rational, _ b: Rational) -> Rational { a < b ? b - a : a - b }

  private func fen(_ yuan: Rational) -> Int64? { Money(yuan: yuan)?.fen }
}
