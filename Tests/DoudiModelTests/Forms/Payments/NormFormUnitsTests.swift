import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Posts counted from listed units; exactly on the threshold is the boundary.
@Suite struct NormFormUnitsTests {
  private func place(at side: String, _ rows: String) -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - id: P1
          form: norm
          programme: aid
          units: villages
          posts: {threshold: 800 households, below: 1 posts, above: 2 posts, above_share: 50 %, at_threshold: \(side)}
          cost: 100 CNY/post/month
        """,
      observations: "990001,all,2027,villages,40,count,observed,example")
    place.scenario = "units: units.csv"
    place.files = ["units.csv": "region,kind,unit,persons,households,status,source\n" + rows + "\n"]
    return place
  }

  private let rows = """
    990001,villages,small,,799,assumed,example
    990001,villages,exact,,800,assumed,example
    990001,villages,large,,801,assumed,example
    """

  @Test(arguments: [("below", 4), ("above", 5)])
  func exactlyEightHundredHouseholds(_ side: String, _ posts: Int) throws {
    let run = try place(at: side, rows).run()
    let verdict = try #require(run.verdict("P1", 2027))
    #expect(verdict.bound == Rational(posts))
    #expect(run.fen(paid: "2027-01") == Int64(posts) * 10_000)
    let note = try #require(verdict.note)
    #expect(note.en.hasPrefix("exactly 800 households: exact, counted \(side); \(posts) posts needed"))
    #expect(note.zh.hasPrefix("恰为800户：exact"))
  }

  @Test func withoutAListTheShareCounts() throws {
    var place = place(at: "below", rows)
    place.scenario = ""
    #expect(try place.run().verdict("P1", 2027)?.bound == Rational(60))
  }

  @Test func unitsOffTheThresholdAreNotNamed() throws {
    let run = try place(at: "below", "990001,villages,small,,799,assumed,example").run()
    #expect(run.verdict("P1", 2027)?.note?.en.hasPrefix("1 posts needed") == true)
  }
}
