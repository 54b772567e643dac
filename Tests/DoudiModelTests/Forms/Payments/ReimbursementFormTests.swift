import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct ReimbursementFormTests {
  /// 1,200 cases a year among 1,000 residents: 100 a month in town.
  private func place(_ keys: String) -> SmallPlace {
    SmallPlace(
      rules: """
        - {id: G1, form: incidence, gives: cases, per: people, rate: 1200 per_1000/year}
        - id: P1
          form: reimbursement
          programme: aid
          events: cases
          cost: 10000 CNY/case
          insured: 60 %
          ratio: 70 %
        """ + keys,
      observations: """
        990001,urban,2027,people,1000,persons,observed,a
        990001,rural,2027,people,0,persons,observed,a
        """)
  }

  @Test func aShareOfWhatInsuranceLeaves() throws {
    // 10,000 x 40 % x 70 % = 2,800.
    let run = try place("").run()
    #expect(run.fen(area: .urban, paid: "2027-01") == 28_000_000)
    #expect(run.fen(area: .rural) == 0)
    #expect(run.traceFaults == [])
  }

  @Test func aboveTheDeductibleUpToTheCeiling() throws {
    let run = try place("\n  deductible: 1000 CNY/case").run()
    #expect(run.fen(area: .urban, paid: "2027-01") == 21_000_000)
    let capped = try place("\n  deductible: 1000 CNY/case\n  ceiling: 2000 CNY/case").run()
    #expect(capped.fen(area: .urban, paid: "2027-01") == 20_000_000)
    #expect(capped.traceFaults == [])
  }

  @Test func nothingBelowTheDeductible() throws {
    let run = try place("\n  deductible: 5000 CNY/case").run()
    #expect(run.fen(area: .urban) == 0)
    #expect(run.traceFaults == [])
  }

  @Test func sharesAboveAllAreRefused() throws {
    let place = place("").rules.replacing("insured: 60 %", with: "insured: 160 %")
    var wrong = self.place("")
    wrong.rules = place
    #expect(try wrong.check().diagnostics.map(\.code) == ["DD1323"])
  }
  /// Insurance leaves 4,000; assistance pays 70 % of what exceeds 1,000; charity half of the rest.
  @Test func welfareComesAfterAssistance() throws {
    var place = self.place("\n  deductible: 1000 CNY/case")
    place.rules += """

      - {id: P2, form: reimbursement, programme: aid, events: cases, after: P1, ratio: 50 %}
      """
    // 100 x 2,100 and 100 x 50 % x (4,000 - 2,100).
    let run = try place.run()
    #expect(run.fen(area: .urban, paid: "2027-01") == 21_000_000 + 9_500_000)
    #expect(run.traceFaults == [])
  }

  @Test func aCircleOfLayersIsAFault() throws {
    var place = self.place("")
    place.rules = place.rules.replacing("  cost: 10000 CNY/case\n  insured: 60 %\n", with: "  after: P1\n")
    #expect(try place.run().faults == ["P1: after leads back to the rule itself"])
  }
}
