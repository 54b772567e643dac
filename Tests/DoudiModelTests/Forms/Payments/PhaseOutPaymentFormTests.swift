import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PhaseOutPaymentFormTests {
  /// The cohorts of the caseload's test: 4 persons leave a month for the phase-out.
  private func place(_ amount: String) -> SmallPlace {
    var place = PhaseOutFormTests.place()
    place.rules +=
      "\n" + """
        - id: S1
          form: flat
          gives: standard
          unit: CNY/person/month
          amount: \(amount)
        - id: P1
          form: gap_payment
          programme: aid
          group: recipients
          amount: standard
          ratio: 60 %
        - id: P2
          form: phase_out_payment
          programme: aid
          phase_out: G2
          of_payment: P1
        """
    return place
  }

  @Test func fullForAYearThenHalf() throws {
    let run = try place("500 CNY/person/month").run()
    // Benefit 300. 12 cohorts of 4 in full, 6 of 4 at half, 6 of 1 (disabled) at half:
    // (48 + 12 + 3) x 300 = 18,900.
    for month in ["2027-01", "2027-12"] {
      #expect(run.fen(rule: "P2", area: .urban, paid: month) == 1_890_000)
    }
    #expect(run.lines(rule: "P2").allSatisfy { $0.type == .phaseOut })
    #expect(run.traceFaults == [])
  }

  @Test func aLaterRiseDoesNotReachThoseWhoHaveLeft() throws {
    let run = try place("{2020-01: 500 CNY/person/month, 2027-07: 600 CNY/person/month}").run()
    // The benefit of the month before leaving counts: leavers of August are the first with 360.
    #expect(run.fen(rule: "P2", area: .urban, paid: "2027-07") == 1_890_000)
    #expect(run.fen(rule: "P2", area: .urban, paid: "2027-08") == 1_890_000 + 4 * 6000)
    #expect(run.fen(rule: "P2", area: .urban, paid: "2027-10") == 1_890_000 + 12 * 6000)
    #expect(run.traceFaults == [])
  }

  @Test func theRulesNamedMustBeOfTheirForms() throws {
    var place = place("500 CNY/person/month")
    place.rules = place.rules.replacing("of_payment: P1", with: "of_payment: G2")
    #expect(try place.check().diagnostics.map(\.code) == ["DD1306"])
  }
}
