import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct TrendFormTests {
  static func place(_ keys: String = "", _ counts: String, regions: String? = nil) -> SmallPlace {
    let rules = """
      - id: G1
        form: trend
        gives: recipients
        start: poor
      \(keys.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      """
    var place = SmallPlace(rules: rules, observations: counts)
    if let regions { place.regions = regions }
    return place
  }

  /// A tenth less every year from 10,000 (urban), constant (rural).
  static let steady = (0..<5).map { year in
    let urban = 10_000 * PortableMath.pow(0.9, Double(year))
    return """
      990001,urban,\(2022 + year),poor,\(urban),persons,observed,report
      990001,rural,\(2022 + year),poor,3000,persons,observed,report
      """
  }.joined(separator: "\n")

  private func near(_ a: Double?, _ b: Double) -> Bool { ((a ?? .nan) - b).magnitude <= 1e-6 }

  /// 6,561 in December 2026; a twelfth of ln 0.9 a month.
  @Test func constantGrowthGoesOn() throws {
    let run = try Self.place("", Self.steady).run()
    #expect(run.faults == [] && run.traceFaults == [])
    #expect(near(run.persons("recipients", .urban, "2027-12"), 5904.9))
    #expect(near(run.persons("recipients", .urban, "2027-06"), 6561 * 0.948_683_298_050_513_8))
    #expect(near(run.persons("recipients", .rural, "2027-12"), 3000))
  }

  /// Exits of 2 % a month and what makes up the number; where it falls faster, nobody comes in.
  @Test func leaversAndJoinersAddUp() throws {
    let run = try Self.place("exit: {urban: 0.1 %/month, rural: 2 %/month}", Self.steady).run()
    let history = run.world.groups[0]
    let cells = run.model.space.people
    for step in 24..<history.persons.count {
      for cell in cells {
        let kept = history.persons[step - 1][cell] - history.exits[step][cell]
        #expect(near(history.persons[step][cell], kept + history.entries[step][cell]))
        #expect(history.entries[step][cell] >= 0)
      }
    }
    let rural = try #require(cells.first { run.model.space.cells[$0].area == .rural })
    #expect(near(history.exits[24][rural], 60) && near(history.entries[24][rural], 60))
    #expect(run.traceFaults == [])
  }

  /// What comes after the month before the horizon is not looked at.
  @Test func laterCountsAreNotLookedAt() throws {
    let later = Self.steady + "\n990001,urban,2027,poor,99,persons,observed,report"
    let (before, after) = (try Self.place("", Self.steady).run(), try Self.place("", later).run())
    #expect(
      after.persons("recipients", .urban, "2027-12") == before.persons("recipients", .urban, "2027-12"))
  }

  /// The leaf's share of the parent's last count follows the parent's trend.
  @Test func aLeafWithoutCountsFollowsItsParent() throws {
    let counts =
      Self.steady.replacing("990001,", with: "990000,") + """

        990001,urban,2026,people,50000,persons,observed,census
        990001,rural,2026,people,50000,persons,observed,census
        """
    let run = try Self.place("spread_by: people", counts).run()
    #expect(run.faults == [])
    #expect(near(run.persons("recipients", .urban, "2027-12"), 5904.9))
  }

  /// The run and the fit of the back-tests are one and the same.
  @Test func theRunIsTheFit() throws {
    let regions = """
      990000,,总,Whole,prefecture,,own
      990001,990000,甲,First,county,urban,own
      990002,990000,乙,Second,county,urban,own
      """
    let rows = [[100.0, 97, 91, 85, 84], [60.0, 66, 61, 50, 42]]
    let counts = rows.enumerated().flatMap { place, row in
      row.enumerated().map { "99000\(place + 1),urban,\(2022 + $0),poor,\($1),persons,observed,report" }
    }.joined(separator: "\n")
    var place = Self.place("", counts, regions: regions)
    place.horizon = ("2027-01", "2029-12")
    let run = try place.run()
    let table = run.model.table
    let found = CountPanel.regions(
      of: run.model.space.tree, in: table, indicator: "poor", area: .urban, through: 2026)
    let panel = CountPanel(table, indicator: "poor", regions: found, area: .urban, through: 2026)
    let fit = try #require(TrendFit(panel, year: 2026))
    for (position, row) in rows.enumerated() {
      for years in 1...3 {
        let said = (row.last ?? 0) * fit.factor(position, years: years)
        let persons = run.persons("recipients", .urban, "\(2026 + years)-12", region: "99000\(position + 1)")
        #expect(near(persons, said))
      }
    }
    #expect(run.traceFaults == [])
  }

  @Test func oneYearIsNoTrend() throws {
    let counts = """
      990001,urban,2026,poor,100,persons,observed,report
      990001,rural,2026,poor,100,persons,observed,report
      """
    let run = try Self.place("", counts).run()
    #expect(run.faults.count == 2)
  }
}
