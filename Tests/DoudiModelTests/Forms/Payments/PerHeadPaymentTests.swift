import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PerHeadPaymentTests {
  /// For every form that pays by head: regular and back pay of a year add up to what each month owes.
  @Test func backPayOfAMultipleFollowsItsBase() throws {
    var place = GapPaymentFormTests.place(
      IndexedFormTests.rules("ratio: 30 %\neffective_month: 3\npaid_from_month: 9"), "  ratio: 60 %")
    place.observations += "\n" + IndexedFormTests.series
    place.rules +=
      "\n" + """
        - id: T1
          form: multiple
          gives: higher
          unit: CNY/person/month
          of: standard
          times: "1.3"
        - id: P2
          form: allowance
          programme: aid
          group: recipients
          amount: higher
        - id: P3
          form: top_up
          programme: aid
          group: recipients
          category_share: 25 %
          rate: 10 %
          amount: standard
        """
    let run = try place.run()
    for (rule, share) in [("P1", 0.6), ("P2", 1.3), ("P3", 0.025)] {
      // January and February at 525, the other ten months at 551.25.
      let year = (2 * 525 + 10 * 551.25) * 1000 * share
      #expect(run.fen(rule: rule, area: .urban) == Int64((year * 100).rounded()))
      #expect(
        run.lines(rule: rule, type: .backPay, area: .urban).map(\.entitled.month) == [3, 4, 5, 6, 7, 8])
      #expect(run.lines(rule: rule, type: .backPay).allSatisfy { $0.paid.description == "2027-09" })
    }
    #expect(run.traceFaults == [])
  }
}
