import DoudiAnalysis
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct GapPathTests {
  /// 600 in towns, 300 outside.
  private func path(_ years: Int, step: Int = 1) throws -> GapPath {
    let place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {urban: 600 CNY/person/month, rural: 300 CNY/person/month}}
        """)
    let run = try place.run().projection
    let first = run.model.scenario.horizon.first
    return try #require(
      GapPath(
        run, amount: "standard", first: first, last: first.year + years - 1, step: Rational(step)))
  }

  @Test func equalStepsRoundedUp() throws {
    let path = try path(1)
    let leaf = try #require(path.leaves.first)
    #expect(leaf.start == Rational(300) && leaf.urban == [Rational(600)])
    #expect(path.standards(leaf, share: .one) == [Rational(600)])
    #expect(path.standards(leaf, share: Rational(1, over: 3)) == [Rational(400)])
    #expect(path.standards(leaf, share: .zero) == [Rational(300)])
    #expect(try self.path(1, step: 70).standards(leaf, share: Rational(1, over: 3)) == [Rational(420)])
  }

  @Test func itIsRunByOverrides() throws {
    let path = try path(1)
    let month = path.months[0]
    #expect(
      path.overrides(share: .one).first
        == "amount.standard@\(path.leaves[0].region)/rural={\(month): 600.000000 CNY/person/month}")
  }

  /// Budgets of 100 and 100; a share costs 50 + 60 x share, and 120 x share.
  @Test func theLargestShareWithinEveryBudget() throws {
    func percent(_ budgets: [Double]) throws -> Int? {
      try GapSearch(budgets: budgets) { [50 + 60 * $0.double, 120 * $0.double] }.largestPercent()
    }
    #expect(try percent([200, 200]) == 100)
    #expect(try percent([100, 200]) == 83)
    #expect(try percent([100, 60]) == 50)
    #expect(try percent([40, 200]) == nil)
    #expect(try percent([50, 200]) == 0)
  }
}
