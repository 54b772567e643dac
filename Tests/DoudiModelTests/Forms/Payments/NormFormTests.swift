import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct NormFormTests {
  private func place(_ keys: String) -> SmallPlace {
    SmallPlace(
      rules: "- id: P1\n  form: norm\n  programme: aid\n  units: villages\n  cost: 500 CNY/post/month\n"
        + keys.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"),
      observations: "990001,all,2026,villages,100,count,observed,list",
      assumptions: "growth.villages: {value: 10 %/year, why: {zh: 测, en: test}}")
  }

  @Test func oneSize() throws {
    let run = try place("posts: 2 posts").run()
    // 110 villages in 2027, two posts, 500 a month.
    #expect(run.fen(area: .all, paid: "2027-01") == 11_000_000)
    #expect(run.lines().count == 12)
    #expect(run.traceFaults == [])
  }

  private let sizes = """
    posts:
      threshold: 800 households
      below: 1 posts
      above: 2 posts
      above_share: 10 %
      at_threshold: below
    """

  @Test func twoSizesAndAShareOfTheCost() throws {
    let run = try place(sizes + "\ncost_share: 50 %").run()
    // 110 x (0.9 x 1 + 0.1 x 2) = 121 posts, half of 500.
    #expect(run.fen(paid: "2027-01") == 3_025_000)
    #expect(run.verdict("P1", 2027)?.bound == Rational(121))
    #expect(run.traceFaults == [])
  }

  @Test func existingPostsCostNothingAndAreStillRequired() throws {
    var place = place(sizes + "\nexisting_posts: true")
    place.horizon = ("2027-01", "2028-12")
    place.scenario = "data: {P1.posts: 130 posts}"
    let run = try place.run()
    #expect(run.projection.total == .zero)
    #expect(run.lines().count == 24)
    // Each year has its own requirement: 121 and, with 121 villages, 133.1.
    #expect(run.verdict("P1", 2027)?.bound == Rational(121))
    #expect(run.verdict("P1", 2027)?.finding == .met)
    #expect(run.verdict("P1", 2028)?.bound == Rational(1331, over: 10))
    #expect(run.verdict("P1", 2028)?.finding == .broken)
    #expect(run.verdict("P1", 2028)?.slack == Rational(-31, over: 10))
  }

  @Test func withoutTheHeadcountNothingIsDecided() throws {
    let run = try place("posts: 2 posts").run()
    #expect(run.verdict("P1", 2027)?.finding == .undecidable)
    #expect(run.verdict("P1", 2027)?.bound == Rational(220))
  }

  @Test func exactlyThatManyPostsIsEnough() throws {
    var place = place("posts: 2 posts")
    #expect(
      try place.run().verdict("P1", 2027)?.note?.en
        == "220 posts needed; write the actual number as data: {\"P1.posts@990001\": NUMBER posts} in the scenario"
    )
    place.scenario = "data: {P1.posts: 220 posts}"
    #expect(try place.run().verdict("P1", 2027)?.finding == .met)
    place.scenario = "data: {P1.posts: 219 posts}"
    #expect(try place.run().verdict("P1", 2027)?.finding == .broken)
  }

  @Test func theNumberOfUnitsIsInTheFormulaAndBehindTheLimit() throws {
    let run = try Shipped.run("weihai-2027")
    let line = try #require(run.lines(rule: "W04", paid: "2027-08", region: "371083").first)
    let trace = run.projection.explainLine(line)
    #expect(trace.formula == "620 x ((100 % - 10 %) x 1 + 10 % x 2) x 500 x 50 %")
    let verdict = try #require(run.verdict("W04", 2027, region: "371000"))
    let units = run.projection.explainVerdict(verdict).children.last
    #expect(units?.title.en == "villages_communities, sum" && units?.value == "2970")
    #expect(units?.children.count == 7)
  }
}
