import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct MissingFiguresTests {
  private func found(_ rules: String, _ observations: String = "", _ assumptions: String = "") throws
    -> [Diagnostic]
  {
    var place = SmallPlace(rules: rules, observations: observations, assumptions: assumptions)
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    place.horizon = ("2027-01", "2028-12")
    return try place.load().run().diagnostics
  }
  private let indexed =
    "- {id: S1, form: indexed, gives: standard, unit: CNY/person/month, series: income, lag: 0 years, ratio: 10 %}"

  @Test func oneMessageForAnIndicatorWhateverTheCellsAndYears() throws {
    let all = try found(indexed)
    #expect(all.map(\.code) == ["DD1501"])
    #expect(
      all.first?.message.en
        == "no figure of income: 990001, 990002 · urban, rural · 2025–2028 · 16 figures")
    #expect(all.first?.hint?.en.contains("growth.income") == true)
  }

  @Test func anOldFigureNeedsAGrowth() throws {
    let all = try found(
      indexed,
      "990000,all,2026,income,2400,CNY/person/year,observed,a\n990001,all,2026,income,2400,CNY/person/year,observed,a\n990002,all,2026,income,2400,CNY/person/year,observed,a"
    )
    #expect(
      all.map(\.message.en) == ["no figure of income: 990001, 990002 · urban, rural · 2027–2028 · 8 figures"])
    #expect(
      all.first?.hint?.en
        == "add a newer observation, or growth.income under assumptions to carry the old one")
  }

  /// An index of months cannot be carried forward by a growth, so none is proposed.
  @Test func anIndexOfMonthsIsAskedForByMonth() throws {
    let people = ["990001", "990002"].flatMap { region in
      ["urban", "rural"].map { "\(region),\($0),2026,people,10,persons,observed,a" }
    }.joined(separator: "\n")
    let all = try found(
      """
      - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 9 CNY/person/month}
      - {id: G1, form: path, gives: poor, indicator: people, between: step}
      - {id: P1, form: price_subsidy, programme: aid, groups: [poor], amount: standard, cpi: prices, food_cpi: food, trigger: 3 %, food_trigger: 6 %}
      """, people, "indicator.food: {value: 1 %, why: {zh: 测, en: test}}")
    let missing = all.filter { $0.code == "DD1501" }
    #expect(missing.count == 1)
    let words = try #require(missing.first)
    #expect(words.message.en.hasPrefix("no figure of prices: 990001, 990002"))
    #expect(words.hint?.en.contains("by month") == true && words.hint?.en.contains("growth") == false)
  }

  @Test func aStockNeedsACountAndNoGrowth() throws {
    let all = try found(
      "- {id: G1, form: stock_flow, gives: poor, start: poor_persons, exit: 1 %/month, entry: 1 per_1000/month, at_risk: people, elasticity: 0}",
      "990001,all,2027,people,10,persons,observed,a")
    let start = try #require(all.first { $0.message.en.contains("poor_persons") })
    #expect(start.hint?.en.hasPrefix("add a count from before 2027-01") == true)
  }

  /// A total of the parent is there, but says nothing about the parts: that is said.
  @Test func theParentsCountIsNamed() throws {
    let all = try found(
      "- {id: G1, form: share, gives: some, of_indicator: people, rate: 50 %}",
      "990000,all,2027,people,10,persons,observed,a")
    let only = try #require(all.first { $0.code == "DD1501" })
    #expect(only.hint?.en.hasSuffix("the total of 990000 says nothing about its parts") == true)
  }

  /// One row in a unit that does not fit is one error at that row, however many cells read it.
  @Test func aWrongUnitIsOneErrorAtTheRow() throws {
    let all = try found(indexed, "990000,all,2027,income,2400,CNY/month,observed,a")
    #expect(all.map(\.code) == ["DD1504"])
    #expect(all.first?.span.start.line == 2)
    #expect(all.first?.message.en == "income is in CNY/month, the rules read it in CNY/person/year")
  }
}
