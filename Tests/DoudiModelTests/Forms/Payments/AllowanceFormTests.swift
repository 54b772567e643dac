import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct AllowanceFormTests {
  @Test func fullAmountForEverybody() throws {
    let run = try SmallPlace(
      rules: GapPaymentFormTests.groups + "\n" + GapPaymentFormTests.flat + "\n"
        + "- id: P1\n  form: allowance\n  programme: aid\n  group: recipients\n  amount: standard",
      observations: GapPaymentFormTests.counts
    ).run()
    // 1,000 x 500 and 3,000 x 291 2/3: 875,000, no fen lost.
    #expect(run.fen(area: .urban, paid: "2027-01") == 50_000_000)
    #expect(run.fen(area: .rural, paid: "2027-01") == 87_500_000)
    #expect(run.lines().count == 24)
    #expect(run.traceFaults == [])
  }
}
