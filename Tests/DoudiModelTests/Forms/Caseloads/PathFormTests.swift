import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PathFormTests {
  private func place(_ between: String) -> SmallPlace {
    SmallPlace(
      rules: """
        - id: G1
          form: path
          gives: children
          indicator: plan
          between: \(between)
        """,
      observations: """
        990001,urban,2026,plan,1200,persons,observed,report
        990001,urban,2027-06,plan,1800,persons,estimated,plan
        990001,urban,2027-10,plan,1000,persons,estimated,plan
        990001,rural,2026,plan,0.05,10k persons,observed,report
        """)
  }

  @Test func linearBetweenTwoDates() throws {
    let run = try place("linear").run()
    // December 2026 to June 2027: + 100 a month; June to October: - 200 a month; then it stays.
    let expected = [1300, 1400, 1500, 1600, 1700, 1800, 1600, 1400, 1200, 1000, 1000, 1000]
    for (index, persons) in expected.enumerated() {
      let month = Month(year: 2027, month: index + 1).description
      #expect(run.persons("children", .urban, month) == Double(persons))
      #expect(run.persons("children", .rural, month) == 500)
    }
    // Before the first date the first count stands.
    #expect(run.persons("children", .urban, "2025-03") == 1200)
    let cell = try #require(run.cell(.urban))
    #expect(run.world.groups[0].status[cell] == .estimated)
    #expect(run.traceFaults == [])
  }

  @Test func stepKeepsTheLastCount() throws {
    let run = try place("step").run()
    #expect(run.persons("children", .urban, "2027-05") == 1200)
    #expect(run.persons("children", .urban, "2027-06") == 1800)
    #expect(run.persons("children", .urban, "2027-09") == 1800)
    #expect(run.persons("children", .urban, "2027-10") == 1000)
  }

  @Test func missingCountIsAFaultAndAnUnknownWordAnError() throws {
    var place = place("step")
    place.observations = place.observations.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(try place.run().faults == ["no value: plan 990001 rural 2027-01"])
    #expect(try self.place("lineal").check().diagnostics.map(\.code) == ["DD1311"])
  }

  /// A parent's counts, divided by area shares and spread by a key, as a stock's start is.
  @Test func aParentsCountsAreBroughtDown() throws {
    var place = SmallPlace(
      rules: """
        - id: G1
          form: path
          gives: children
          indicator: plan
          between: linear
          spread_by: people
          area_shares: {urban: 25 %, rural: 75 %}
        """,
      observations: """
        990000,all,2026,plan,1000,persons,observed,report
        990000,all,2027-06,plan,1600,persons,estimated,plan
        990001,urban,2020,people,100,persons,observed,census
        990001,rural,2020,people,300,persons,observed,census
        990002,urban,2020,people,300,persons,observed,census
        990002,rural,2020,people,300,persons,observed,census
        """)
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    let run = try place.run()
    // 1,300 in March: 325 urban in 1 : 3, 975 rural in 1 : 1.
    #expect(run.persons("children", .urban, "2027-03") == 81.25)
    #expect(run.persons("children", .urban, "2027-03", region: "990002") == 243.75)
    #expect(run.persons("children", .rural, "2027-12") == 600)
    #expect(run.faults == [] && run.traceFaults == [])
    place.rules = place.rules.replacing("75 %", with: "70 %")
    #expect(try place.run().faults == ["G1: the area shares add up to 95 %, not 100 %"])
  }
}
