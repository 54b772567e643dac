import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct FigureRelationsTests {
  /// What is warned of in rows "region,area,period,indicator,value,unit".
  private func doubts(_ rows: String...) throws -> [String] {
    let place = SmallPlace(
      rules: """
        - {id: G1, form: stock_flow, gives: poor, start: poor_persons, exit: 1 %/month, entry: 1 per_1000/month, at_risk: people, elasticity: 0}
        - {id: S1, form: indexed, gives: standard, unit: CNY/person/month, series: income, start: floor, lag: 0 years, ratio: 1 %}
        - {id: G2, form: share, gives: some, of: poor, rate: {indicator: old_share}}
        """, observations: rows.map { $0 + ",observed,a" }.joined(separator: "\n"))
    return try place.check().diagnostics.filter { $0.code == "DD1415" }.map {
      "\($0.span.start.line) \($0.message.en)"
    }
  }

  @Test func aLeapOfASeriesIsDoubted() throws {
    let first = "990001,urban,2024,people,100,persons"
    #expect(try doubts(first, "990001,urban,2025,people,500,persons").isEmpty)
    #expect(try doubts(first, "990001,urban,2025,people,20,persons").isEmpty)
    #expect(try doubts(first, "990001,urban,2025,people,501,persons").count == 1)
    #expect(
      try doubts(first, "990001,urban,2025,people,19,persons")
        == ["3 people 990001 urban 2025 is 19 persons, 2024 was 100: more than five times apart"])
    // Units are converted first, and another region's or area's figure is no earlier one.
    #expect(try doubts(first, "990001,urban,2025,people,0.011,10k persons").isEmpty)
    #expect(try doubts(first, "990001,rural,2025,people,9999,persons").isEmpty)
  }

  @Test func urbanAndRuralMakeTheWhole() throws {
    let parts = ["990001,urban,2024,people,600,persons", "990001,rural,2024,people,400,persons"]
    func whole(_ count: String) -> String { "990001,all,2024,people,\(count),persons" }
    #expect(try doubts(parts[0], parts[1], whole("1010")).isEmpty)
    #expect(try doubts(parts[0], parts[1], whole("1020")).count == 1)
    #expect(try doubts(parts[0], parts[1], whole("980")).count == 1)
    #expect(try doubts(parts[0], whole("590")).count == 1)
    #expect(try doubts(parts[0], whole("5000")).isEmpty)
  }

  @Test func aMeanLiesBetweenItsParts() throws {
    let parts = [
      "990001,urban,2024,income,600,CNY/person/year", "990001,rural,2024,income,400,CNY/person/year",
    ]
    #expect(try doubts(parts[0], parts[1], "990001,all,2024,income,500,CNY/person/year").isEmpty)
    #expect(try doubts(parts[0], parts[1], "990001,all,2024,income,610,CNY/person/year").count == 1)
  }

  @Test func thePoorAreNotMoreThanThePeople() throws {
    let people = "990001,urban,2024,people,1000,persons"
    #expect(try doubts(people, "990001,urban,2026,poor_persons,1000,persons").isEmpty)
    #expect(try doubts(people, "990001,urban,2026,poor_persons,1001,persons").count == 1)
    #expect(try doubts(people, "990001,urban,2024-03,poor_persons,1001,persons").count == 1)
  }

  @Test func householdsAreNotMoreThanPersons() throws {
    let persons = "990001,urban,2024,poor_persons,100,persons"
    #expect(try doubts(persons, "990001,urban,2024,poor_households,100,households").isEmpty)
    #expect(try doubts(persons, "990001,urban,2024,poor_households,101,households").count == 1)
  }

  @Test func aStandardIsBelowWhatItFollows() throws {
    let income = "990001,urban,2024,income,12000,CNY/person/year"
    #expect(try doubts(income, "990001,urban,2024,floor,1000,CNY/person/month").isEmpty)
    #expect(try doubts(income, "990001,urban,2024,floor,1001,CNY/person/month").count == 1)
    #expect(try doubts(income, "990001,urban,2024,floor,119,CNY/person/year").count == 1)
  }

  @Test func figuresPerHeadAreOfOneOrder() throws {
    let parent = "990000,all,2024,income,200,CNY/person/year"
    #expect(try doubts(parent, "990001,all,2024,income,20000,CNY/person/year").isEmpty)
    #expect(try doubts(parent, "990001,all,2024,income,20001,CNY/person/year").count == 1)
    #expect(try doubts("990000,all,2024,income,99,CNY/person/year").count == 1)
    #expect(
      try doubts(
        "990001,urban,2024,income,9999,CNY/person/year", "990001,rural,2024,income,999,CNY/person/year"
      )
      .count == 1)
  }

  @Test func aShareIsPartOfAWhole() throws {
    #expect(try doubts("990001,all,2024,old_share,100,%").isEmpty)
    #expect(try doubts("990001,all,2024,old_share,100.1,%").count == 1)
    #expect(try doubts("990001,all,2024,old_share,-1,%").count == 1)
  }
}
