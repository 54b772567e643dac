import DoudiModel
import DoudiUnits
import _DoudiTestSupport

extension Example {
  /// hnkjzzs.com news 255: Henan 2018, central and provincial money a head.
  static func issuedMoney() throws -> Example {
    let example = try WorkedCase("E16")
    var place = SmallPlace(
      rules: "- id: L1\n  form: cap\n  numerator: {programmes: [aid]}\n"
        + "  denominator: {issued: [central, province]}\n  rate: 100 %")
    let issued = try example.input("issued", "100m CNY")
    // The page gives one sum for both tiers; the halves are free.
    let half = issued / Rational(2)
    place.issue(
      ["central", "province"].map { "990001,2027,fund,\($0),all,\(half),100m CNY,observed,example\n" }
        .joined())
    let persons = try ["dibao", "tekun", "orphans"].reduce(Rational.zero) {
      $0 + (try example.input($1, "persons"))
    }
    let expected = try example.expected(nil, "CNY/person")
    return Example("E16", place: place) { run in
      let each = run.verdict("L1", 2027)?.bound.map { Rational(($0 / persons).roundedHalfUp, over: 1) }
      return [Claim("a head", each, expected)]
    }
  }

  /// Xuanwei document 二(七)23 with 369 villages and communities (mmtar.com/wiki/181246).
  static func coordinators() throws -> Example {
    let example = try WorkedCase("E25")
    let place = SmallPlace(
      rules: "- id: P1\n  form: norm\n  programme: aid\n  units: villages\n  cost: 0 CNY/post/month\n"
        + "  posts: \(try example.text("posts"))",
      observations: "990001,all,2027,villages,\(try example.input("units", "count")),count,observed,example")
    let posts = try example.expected(nil, "posts")
    return Example("E25", place: place) { run in
      [Claim("posts", run.verdict("P1", 2027)?.bound, posts), Claim("no money", run.fen() == 0)]
    }
  }

  /// Documents of Jimo (60 %) and Weihai (85 %): the fewest persons in institutions that meet the target,
  /// and one less.
  static func institutionalRate() throws -> [Example] {
    let example = try WorkedCase("E26")
    let all = try example.input("non_self_caring", "persons")
    return try ["jimo", "weihai"].flatMap { place in
      let fewest = try example.expected(place, "persons")
      let rate = try example.text("rate_\(place)")
      let bound = try example.input("rate_\(place)", "%")
      return [(fewest, Finding.met), (fewest - .one, .broken)].map { inside, finding in
        Example(
          "E26", part: "\(place)-\(finding)", place: institutional(inside / all * Rational(100), all, rate)
        ) { run in
          func isInside(_ month: String, _ persons: Double) -> Bool {
            abs((run.persons("inside", .urban, month) ?? 0) - persons) < 1e-9
          }
          return [
            Claim("inside", isInside("2027-12", inside.double)),
            Claim("half of them a year before", isInside("2026-12", inside.double / 2)),
            Claim("not due a year before", run.verdict("L1", 2026).map { $0.value == nil } ?? false),
            Claim("nobody in the country", run.persons("outside", .rural, "2027-12") == 0),
            Claim("bound", run.verdict("L1", 2027)?.bound, bound),
            Claim("finding", run.verdict("L1", 2027)?.finding == finding),
          ]
        }
      }
    }
  }

  /// Half of the tekun cannot care for themselves; the rate rises from nothing over two years.
  private static func institutional(_ rate: Rational, _ all: Rational, _ target: String) -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: G1, form: path, gives: tekun, indicator: tekun_persons, between: step}
        - id: G2
          form: institutional_rate
          of: tekun
          gives: inside
          rest: outside
          non_self_caring: 50 %
          start_rate: 0 %
          target_rate: \(rate) %
          by: "2027"
          others_rate: 0 %
        - {id: L1, form: target, of: G2, at_least: \(target), by: "2027"}
        """,
      observations: """
        990001,urban,2020,tekun_persons,\(all * Rational(2)),persons,observed,example
        990001,rural,2020,tekun_persons,0,persons,observed,example
        """)
    place.horizon = ("2026-01", "2027-12")
    return place
  }

  /// Documents of Jilin 二(五)17 and Xuanwei 二(五)16: 2 % of what was issued beside 5 % of what is spent.
  static func twoCaps() throws -> [Example] {
    let example = try WorkedCase("two-caps")
    return try ["a", "b", "c"].map { plan in
      func expected(_ key: String) throws -> Rational { try example.expected("plan_\(plan)_\(key)", "CNY") }
      let bounds = (try expected("bound_issued"), try expected("bound_spending"))
      let slacks = (try expected("slack_issued"), try expected("slack_spending"))
      return Example("two-caps", part: plan, place: try capped(plan, example)) { run in
        let (issued, spending) = (run.verdict("L1", 2027), run.verdict("L2", 2027))
        return [
          Claim("issued bound", issued?.bound, bounds.0), Claim("issued slack", issued?.slack, slacks.0),
          Claim("spending bound", spending?.bound, bounds.1),
          Claim("spending slack", spending?.slack, slacks.1),
        ]
      }
    }
  }

  /// One post of a month's aid, one of a month's purchases; a third of the issued money is the province's.
  private static func capped(_ plan: String, _ example: WorkedCase) throws -> SmallPlace {
    func post(_ id: String, _ programme: String) throws -> String {
      let cost = try example.input("plan_\(plan)_\(programme)", "CNY") / Rational(12)
      return "- {id: \(id), form: norm, programme: \(programme), units: offices, posts: 1 posts, "
        + "cost: \(cost) CNY/post/month}"
    }
    var place = SmallPlace(
      rules: """
        \(try post("P1", "aid"))
        \(try post("P2", "purchases"))
        - id: L1
          form: cap
          numerator: {programmes: [purchases]}
          denominator: {issued: [central, province]}
          rate: \(try example.text("rate_issued"))
          strictness: soft
        - id: L2
          form: cap
          numerator: {programmes: [purchases]}
          denominator: {spending_of: [aid, purchases]}
          rate: \(try example.text("rate_spending"))
          strictness: hard
        """,
      observations: "990001,all,2027,offices,1,count,observed,example")
    place.programmes = [("aid", "fund"), ("purchases", "fund")]
    let third = try example.input("plan_\(plan)_issued", "CNY") / Rational(3)
    place.issue(
      "990001,2027,fund,central,all,\(third * Rational(2)),CNY,observed,example\n"
        + "990001,2027,fund,province,all,\(third),CNY,observed,example\n")
    return place
  }
}

extension SmallPlace {
  /// The fund is sent from above in these rows, the county pays the rest.
  mutating func issue(_ rows: String) {
    funding = "fund: {transfers: transfers.csv, own: county}"
    fundingShares = ""
    files["transfers.csv"] = "region,year,fund,tier,batch,amount,unit,status,source\n" + rows
  }
}
