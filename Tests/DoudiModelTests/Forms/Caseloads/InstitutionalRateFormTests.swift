import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct InstitutionalRateFormTests {
  static func place(by: Int = 2028) -> SmallPlace {
    var place = SmallPlace(
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
          non_self_caring: 20 %
          start_rate: 61 %
          target_rate: 85 %
          by: "\(by)"
          others_rate: 10 %
        """,
      observations: """
        990001,urban,2020,tekun_persons,1000,persons,observed,report
        990001,rural,2020,tekun_persons,5000,persons,observed,report
        """)
    place.horizon = ("2027-01", "2029-12")
    return place
  }

  @Test func rateMovesMonthByMonthToTheTarget() throws {
    let run = try Self.place().run()
    // Urban: 200 cannot care for themselves, 80 of the others are inside. Base December 2026, end
    // December 2028: one point a month. January 2027: 62 % of 200 = 124, + 80.
    let steps = [("2026-12", 61), ("2027-01", 62), ("2027-12", 73), ("2028-12", 85), ("2029-06", 85)]
    for (month, rate) in steps {
      let inside = try #require(run.persons("inside", .urban, month))
      #expect(abs(inside - (Double(2 * rate) + 80)) < 1e-9)
      #expect(abs((run.persons("outside", .urban, month) ?? 0) - (1000 - inside)) < 1e-9)
    }
    #expect(run.traceFaults == [])
  }

  @Test func aPastTargetYearIsReachedAtOnce() throws {
    let run = try Self.place(by: 2022).run()
    #expect(abs((run.persons("inside", .urban, "2027-01") ?? 0) - 250) < 1e-9)
    #expect(abs((run.persons("inside", .urban, "2026-12") ?? 0) - 202) < 1e-9)
  }

  @Test func nobodyIsLostBetweenTheTwo() throws {
    let run = try Self.place().run()
    for month in run.model.scenario.horizon.months {
      for cell in run.model.space.people {
        let parts = run.world.groups[1].persons(cell, month) + run.world.groups[2].persons(cell, month)
        #expect(abs(parts - run.world.groups[0].persons(cell, month)) < 1e-9)
      }
    }
  }
}
