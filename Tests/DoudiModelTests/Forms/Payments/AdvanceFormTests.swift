import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct AdvanceFormTests {
  private func run(_ back: Int) throws -> SmallRun {
    try SmallPlace(
      rules: """
        - id: P1
          form: advance
          programme: aid
          amount: 1000000 CNY/year
          out_month: 3
          back_after: \(back) months
        """
    ).run()
  }

  @Test func outAndBackWithinTheYear() throws {
    let run = try run(6)
    #expect(run.fen(type: .advanceOut, paid: "2027-03") == 100_000_000)
    #expect(run.fen(type: .advanceBack, paid: "2027-09") == -100_000_000)
    #expect(run.projection.total == .zero)
    #expect(run.traceFaults == [])
  }

  @Test func backAfterTheHorizonIsNotThisRuns() throws {
    let run = try run(10)
    #expect(run.projection.total == Money(fen: 100_000_000))
    #expect(run.lines().count == 1)
  }
}
