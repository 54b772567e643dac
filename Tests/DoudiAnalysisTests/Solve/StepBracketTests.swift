import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiAnalysis

/// Halving between an affordable value and one that is not, held against trying every value.
@Suite struct StepBracketTests {
  static func request(_ range: ClosedRange<Double>, step: Double) throws -> SolveRequest {
    let place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: {value: 500 CNY/person/month, status: assumed, why: {zh: 测, en: test}}}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: recipients, amount: standard}
        """, observations: "990001,all,2026,poor,100,persons,observed,a")
    let space = DrawnScenario(try place.run().projection).space
    let control = try #require(
      SolveControl("amount.standard", from: nil, space: space, into: DiagnosticBag()))
    return SolveRequest(
      control: control, output: "total", region: "990000", years: [2027], budget: 0, step: step, range: range)
  }

  @Test(arguments: [1.0, 0.5, 10])
  func itFindsTheLargestAffordable(_ step: Double) throws {
    let request = try Self.request(3...100, step: step)
    let all = stride(from: (3 / step).rounded(.up) * step, through: 100, by: step).map { $0 }
    for limit in [0.0, 3, 9.7, 42, 99, 1000] {
      let best = all.last { $0 <= limit }
      var bracket = StepBracket(request, over: all.last ?? 0)
      while let value = bracket.next { bracket.take(isWithin: value <= limit) }
      let below = all.dropLast().last { $0 <= limit }
      #expect(bracket.answer == below ?? all[0], "\(step) \(limit)")
      #expect(bracket.ending == (below == nil ? .infeasible : .found))
      guard let first = all.first, first <= limit else { continue }
      var above = StepBracket(request, within: first)
      while let value = above.next { above.take(isWithin: value <= limit) }
      #expect(above.answer == best, "\(step) \(limit)")
      #expect(above.ending == (best == all.last ? .unbound : .found))
    }
  }
}
