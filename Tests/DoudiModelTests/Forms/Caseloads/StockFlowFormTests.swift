import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct StockFlowFormTests {
  static let counts = """
    990001,urban,2020,people,200000,persons,observed,census
    990001,rural,2020,people,100000,persons,observed,census
    990001,urban,2026-12,poor,4000,persons,observed,report
    990001,rural,2026-12,poor,8000,persons,observed,report
    """
  static let still = "growth.people: {value: 0 %/year, why: {zh: 测, en: test}}"

  static func rules(_ keys: String = "elasticity: \"0\"") -> String {
    """
    - id: G1
      form: stock_flow
      gives: recipients
      start: poor
      exit: 1 %/month
      entry: {urban: 0.1 per_1000/month, rural: 0.25 per_1000/month}
      at_risk: people
    \(keys.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  static func place(_ keys: String = "elasticity: \"0\"") -> SmallPlace {
    SmallPlace(rules: rules(keys), observations: counts, assumptions: still)
  }

  @Test func recurrence() throws {
    let run = try Self.place().run()
    // Urban: entries 0.1 per 1,000 of 200,000 = 20 a month, 1 % leave:
    // 4,000 - 40 + 20 = 3,980; - 39.8 + 20 = 3,960.2; - 39.602 + 20 = 3,940.598.
    for (month, persons) in [("2027-01", 3980), ("2027-02", 3960.2), ("2027-03", 3940.598)] {
      #expect(abs((run.persons("recipients", .urban, month) ?? 0) - persons) < 1e-9)
    }
    // Closed form after 12 months: 2,000 + 2,000 x 0.99^12 = 3,772.7697...
    #expect(
      abs((run.persons("recipients", .urban, "2027-12") ?? 0) - (2000 + 2000 * 0.886_384_871_716_129_3))
        < 1e-8)
    // Rural: 25 entries, 80 leave: 7,945.
    #expect(abs((run.persons("recipients", .rural, "2027-01") ?? 0) - 7945) < 1e-9)
    #expect(run.persons("recipients", .all, "2027-01") == 0)
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func everyMonthAddsUpExactly() throws {
    let run = try Self.place().run()
    let history = run.world.groups[0]
    for step in 1..<history.persons.count {
      for cell in run.model.space.people {
        let kept = history.persons[step - 1][cell] - history.exits[step][cell]
        #expect(history.persons[step][cell] == kept + history.entries[step][cell])
      }
    }
  }

  @Test func anOlderCountIsCarriedToTheHorizonByTheSameFlows() throws {
    var place = Self.place()
    place.observations = place.observations.replacing("2026-12,poor", with: "2015,poor")
    let run = try place.run()
    // 4,000 in December 2015, 133 months to January 2027: 2,000 + 2,000 x 0.99^133.
    let expected = 2000 + 2000 * 0.262_712_587_250_228_3
    #expect(abs((run.persons("recipients", .urban, "2027-01") ?? 0) - expected) < 1e-6)
    #expect(run.traceFaults == [])
  }

  @Test func entriesFollowTheStandardByTheElasticity() throws {
    // The standard rises from 400 to 800 in July: twice, squared: four times the entries.
    let rules = """
      - id: S1
        form: flat
        gives: standard
        unit: CNY/person/month
        amount: {2020-01: 400 CNY/person/month, 2027-07: 800 CNY/person/month}

      """
    var place = Self.place("elasticity: \"2\"\nstandard: standard")
    place.rules = rules + place.rules
    let run = try place.run()
    let history = run.world.groups[0]
    let cell = try #require(run.cell(.urban))
    #expect(history.entries[24][cell] == 20)
    #expect(history.entries[29][cell] == 20)
    #expect(abs(history.entries[30][cell] - 80) < 1e-12)
    #expect(run.traceFaults == [])
  }

  @Test func elasticityWithoutAStandardIsAnError() throws {
    #expect(try Self.place("elasticity: \"1\"").check().diagnostics.map(\.code) == ["DD1303"])
  }

  @Test func aParentsCountIsSpreadByTheKey() throws {
    var place = Self.place("elasticity: \"0\"\nspread_by: people\npersons_per_household: 2 persons/household")
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    place.observations = """
      990001,urban,2020,people,200000,persons,observed,census
      990001,rural,2020,people,100000,persons,observed,census
      990002,urban,2020,people,300000,persons,observed,census
      990002,rural,2020,people,100000,persons,observed,census
      990000,urban,2026-12,poor,0.5,10k persons,observed,report
      990000,rural,2026-12,poor,1000,persons,observed,report
      """
    place.rules = place.rules.replacing("exit: 1 %", with: "exit: 0 %")
      .replacing("{urban: 0.1 per_1000/month, rural: 0.25 per_1000/month}", with: "0 per_1000/month")
    let run = try place.run()
    // 5,000 urban in 2 : 3, 1,000 rural in 1 : 1.
    #expect(run.persons("recipients", .urban, "2027-05") == 2000)
    #expect(run.persons("recipients", .urban, "2027-05", region: "990002") == 3000)
    #expect(run.persons("recipients", .rural, "2027-05") == 500)
    let cell = try #require(run.cell(.urban))
    #expect(run.world.groups[0].status[cell] == .estimated)
    #expect(run.world.groups[0].households(cell, Month(year: 2027, month: 5)) == 1000)
    #expect(run.traceFaults == [])
  }

  @Test func aCountWithoutAreaIsDividedByTheAreaShares() throws {
    var place = Self.place("elasticity: \"0\"\narea_shares: {urban: 25 %, rural: 75 %}")
    place.observations = """
      990001,urban,2020,people,200000,persons,observed,census
      990001,rural,2020,people,100000,persons,observed,census
      990001,all,2026-12,poor,1000,persons,observed,report
      """
    let run = try place.run()
    // 250 - 2.5 + 20 and 750 - 7.5 + 25; no key is needed where nothing is spread over regions.
    #expect(run.persons("recipients", .urban, "2027-01") == 267.5)
    #expect(run.persons("recipients", .rural, "2027-01") == 767.5)
    #expect(run.faults == [])
  }

  @Test func areaSharesMustAddUp() throws {
    var place = Self.place("elasticity: \"0\"\narea_shares: {urban: 25 %, rural: 70 %}")
    place.observations = place.observations.replacing("urban,2026-12", with: "all,2026-12")
      .split(separator: "\n").filter { !$0.contains("rural,2026-12") }.joined(separator: "\n")
    #expect(try place.run().faults == ["G1: the area shares add up to 95 %, not 100 %"])
  }

  @Test func noCountIsAFault() throws {
    var place = Self.place()
    place.observations = place.observations.replacing("poor", with: "rich")
    #expect(try place.run().faults.contains("no value: poor 990001 urban 2027-01"))
  }

  /// The trace shows the whole, the area's share and the key, and its formula gives the start.
  @Test func aSpreadCountIsExplained() throws {
    var place = Self.place("elasticity: \"0\"\nspread_by: people\narea_shares: {urban: 25 %, rural: 75 %}")
    place.regions += "\n990002,990000,乙,Second,county,urban rural,own"
    place.observations = """
      990001,urban,2020,people,200000,persons,observed,census
      990001,rural,2020,people,100000,persons,observed,census
      990002,urban,2020,people,300000,persons,observed,census
      990002,rural,2020,people,100000,persons,observed,census
      990000,all,2026-12,poor,4000,persons,observed,report
      """
    let run = try place.run()
    let cell = try #require(run.cell(.urban))
    let trace = run.projection.explainGroup(0, cell, Month(year: 2027, month: 3))
    let start = try #require(trace.children.first { $0.title.en == "poor 2026-12, part of 990000" })
    #expect(start.value == "400.0")
    #expect(FormulaText.value(start.formula) == 400)
    #expect(start.children.map(\.value) == ["4000", "25", "200000", "500000"])
    #expect(start.children[0].source == "report")
    #expect(start.children[2].children.first?.source == "census")
  }
}
