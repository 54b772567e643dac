import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct EmergencyGrantFormTests {
  private func run(_ offset: Bool) throws -> SmallRun {
    try SmallPlace(
      rules: GapPaymentFormTests.flat + "\n" + """
        - id: P1
          form: emergency_grant
          programme: aid
          applicants: {2020-01: 0 persons, 2027-03: 40 persons, 2027-04: 0 persons}
          of: standard
          area: urban
          months: 1 months
          offset: \(offset)
        """
    ).run()
  }

  @Test func oneMonthOfTheUrbanStandard() throws {
    let run = try run(false)
    // 40 x 500 = 20,000, once, in the cell of the whole region.
    #expect(run.fen(area: .all, paid: "2027-03") == 2_000_000)
    #expect(run.projection.total == Money(fen: 2_000_000))
    #expect(run.lines(type: .offset).isEmpty)
    #expect(run.traceFaults == [])
  }

  @Test func takenOffTheMonthAfterOnlyWhereTheScenarioSaysSo() throws {
    let run = try run(true)
    #expect(run.fen(type: .oneOff, paid: "2027-03") == 2_000_000)
    #expect(run.fen(type: .offset, paid: "2027-04") == -2_000_000)
    #expect(run.projection.total == .zero)
    #expect(run.traceFaults == [])
  }

  /// A leaf without the area has no standard to pay by: said where anybody applies there.
  @Test func aLeafWithoutTheAreaIsReported() throws {
    var place = SmallPlace(
      rules: GapPaymentFormTests.flat + "\n" + """
        - id: P1
          form: emergency_grant
          programme: aid
          applicants: 40 persons
          of: standard
          area: urban
          months: 1 months
          offset: false
        """)
    place.regions += "\n990002,990000,乙,Second,county,rural,own"
    let fault =
      "P1: 990002 has applicants and no urban standard; give it 0 persons under regions of applicants"
    #expect(try place.run().faults == [fault])
    place.rules = place.rules.replacing(
      "applicants: 40 persons", with: "applicants: {value: 40 persons, regions: {\"990002\": 0 persons}}")
    let run = try place.run()
    #expect(run.faults == [])
    #expect(run.projection.total == Money(fen: 12 * 2_000_000))
  }
}
