import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct TopUpFormTests {
  @Test func shareOfTheStandardForACategory() throws {
    let run = try SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + GapPaymentFormTests.flat + "\n" + """
        - id: P1
          form: top_up
          programme: aid
          group: recipients
          category_share: {urban: 30 %, rural: 62.6 %}
          rate: 20 %
          amount: standard
        """, observations: GapPaymentFormTests.counts
    ).run()
    // 1,000 x 30 % x 500 x 20 % = 30,000; 3,000 x 62.6 % x 291 2/3 x 20 % = 109,550.
    #expect(run.fen(area: .urban, paid: "2027-01") == 3_000_000)
    #expect(run.fen(area: .rural, paid: "2027-01") == 10_955_000)
    #expect(run.lines().allSatisfy { $0.type == .topUp })
    #expect(run.traceFaults == [])
  }
}
