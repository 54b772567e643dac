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
}
