import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct IndicatorsTests {
  /// A count and a figure per head, read as they are.
  private func run(_ observations: String, _ assumptions: String = "") throws -> SmallRun {
    try SmallPlace(
      rules: """
        - {id: G1, form: share, gives: all_people, of_indicator: people, rate: 100 %}
        - {id: S1, form: indexed, gives: income, unit: CNY/person/month, series: income, lag: 0 years, ratio: 100 %}
        """, observations: observations, assumptions: assumptions
    ).run()
  }
  private let people =
    "990001,urban,2027,people,100,persons,observed,a\n990001,rural,2027,people,50,persons,observed,a"
  private let income =
    "990001,urban,2027,income,1200,CNY/person/year,observed,a\n990001,rural,2027,income,600,CNY/person/year,observed,a"

  @Test func theOwnFigureBeforeThatOfTheParent() throws {
    let run = try run(people + "\n" + income + "\n990000,urban,2027,income,9999,CNY/person/year,observed,a")
    #expect(run.amount("income", .urban, "2027-01") == Rational(100))
    #expect(run.figure("income", .urban, "2027-01")?.status == .observed)
    #expect(run.faults == [])
  }

  @Test func aFigurePerHeadIsSharedWithTheParentACountIsNot() throws {
    let run = try run(
      """
      990000,urban,2027,people,100,persons,observed,a
      990000,rural,2027,people,100,persons,observed,a
      990000,all,2027,income,1200,CNY/person/year,observed,a
      """)
    #expect(run.amount("income", .rural, "2027-01") == Rational(100))
    #expect(run.figure("income", .rural, "2027-01")?.status == .estimated)
    #expect(run.persons("all_people", .urban, "2027-01") == 0)
    #expect(run.faults.contains { $0.hasPrefix("no value: people 990001 urban 2027") })
  }

  @Test func theFigureOfTheOwnAreaBeforeThatOfAll() throws {
    let run = try run(people + "\n990001,all,2027,income,2400,CNY/person/year,observed,a\n" + income)
    #expect(run.amount("income", .urban, "2027-01") == Rational(100))
    // A count of all says nothing about one area.
    let counted = try self.run("990001,all,2027,people,150,persons,observed,a\n" + income)
    #expect(counted.persons("all_people", .urban, "2027-01") == 0)
  }

  @Test func carriedForwardByGrowthOfItsAreaYearByYear() throws {
    let run = try run(
      people + "\n" + income.replacing("2027", with: "2025"),
      """
      growth.income: {value: 10 %/year, why: {zh: 测, en: test}}
      growth.income.rural: {value: {2020-01: 10 %/year, 2027-01: 5 %/year}, status: observed, why: {zh: 测, en: test}}
      """)
    // 1,200 x 1.1 x 1.1 = 1,452; 600 x 1.1 x 1.05 = 693.
    #expect(run.amount("income", .urban, "2027-01") == Rational(121))
    #expect(run.amount("income", .rural, "2027-01") == Rational(231, over: 4))
    // What is carried is never better than estimated, even by an observed growth.
    #expect(run.figure("income", .rural, "2027-01")?.status == .estimated)
    #expect(run.figure("income", .urban, "2027-01")?.status == .assumed)
  }

  @Test func withoutAGrowthNothingIsCarried() throws {
    let run = try run(people + "\n" + income.replacing("2027", with: "2025"))
    #expect(run.faults.contains("no value: income 990001 urban 2027-12"))
  }

  @Test func theScenarioStandsInWhereNoSourceGivesAFigure() throws {
    let run = try run(
      people,
      """
      indicator.income: {value: 1200 CNY/person/year, regions: {"990001": 2400 CNY/person/year}, why: {zh: 测, en: test}}
      indicator.income.rural: {value: 360 CNY/person/year, why: {zh: 测, en: test}}
      """)
    #expect(run.amount("income", .urban, "2027-01") == Rational(200))
    #expect(run.amount("income", .rural, "2027-01") == Rational(30))
    #expect(run.figure("income", .rural, "2027-01")?.status == .assumed)
  }

  @Test func unitsAreConverted() throws {
    let run = try run(
      "990001,urban,2027,people,0.01,10k persons,observed,a\n990001,rural,2027,people,50,persons,observed,a\n990001,all,2027,income,0.12,10k CNY/person/year,observed,a"
    )
    #expect(run.persons("all_people", .urban, "2027-01") == 100)
    #expect(run.amount("income", .urban, "2027-01") == Rational(100))
  }

  /// A count of the whole region is the sum of its areas where no count of the whole is given: the posts
  /// of a norm follow the people of both areas; a count of the whole comes before their sum.
  @Test func aCountOfTheWholeIsTheSumOfItsAreas() throws {
    func posts(_ observations: String, _ assumptions: String = "") throws -> (fen: Int64, faults: [String]) {
      let run = try SmallPlace(
        rules:
          "- {id: P1, form: norm, programme: aid, units: offices, posts: 2 posts, cost: 10 CNY/post/month}",
        observations: observations, assumptions: assumptions
      ).run()
      return (run.fen(rule: "P1", entitled: "2027-12"), run.faults)
    }
    let areas =
      "990001,urban,2027,offices,3,count,observed,a\n990001,rural,2027,offices,4,count,observed,a\n"
    #expect(try posts(areas) == (14_000, []))
    #expect(try posts(areas + "990001,all,2027,offices,8,count,observed,a") == (16_000, []))
    // One area is no whole, and the parent's count is not its parts'.
    #expect(
      try posts("990001,urban,2027,offices,3,count,observed,a").faults.first?.hasPrefix("no value") == true)
    #expect(
      try posts("990000,all,2027,offices,7,count,observed,a").faults.first?.hasPrefix("no value") == true)
  }

  /// The number of offices stays until a newer one is observed, without any growth and never better than
  /// estimated; people do not. A growth, where there is one, is followed.
  @Test func aNumberOfThingsIsHeldPeopleAreNot() throws {
    func place(_ unit: String, _ period: String = "2024", _ growth: String = "") -> SmallPlace {
      SmallPlace(
        rules:
          "- {id: P1, form: norm, programme: aid, units: offices, posts: 1 posts, cost: 10 CNY/post/month}",
        observations: "990001,all,\(period),offices,100,\(unit),observed,a", assumptions: growth)
    }
    let held = try place("count").run()
    #expect(held.faults == [])
    #expect(held.fen(rule: "P1", entitled: "2027-12") == 100_000)
    #expect(held.lines(rule: "P1").allSatisfy { $0.status == .estimated })
    #expect(try place("count", "2027").run().lines(rule: "P1").allSatisfy { $0.status == .observed })
    let grown = try place("count", "2025", "growth.offices: {value: 10 %/year, why: {zh: 测, en: test}}").run()
    #expect(grown.fen(rule: "P1", entitled: "2027-12") == 121_000)
    // A sum of areas is held likewise.
    var areas = place("count")
    areas.observations =
      "990001,urban,2024,offices,30,count,observed,a\n990001,rural,2025,offices,40,count,observed,a"
    #expect(try areas.run().fen(rule: "P1", entitled: "2027-12") == 70_000)
    let people = try run(people.replacing("2027", with: "2024") + "\n" + income)
    #expect(people.faults.contains { $0.hasPrefix("no value: people 990001 urban 2027") })
  }
}
