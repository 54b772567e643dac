import DoudiAnalysis
import Testing

@Suite struct StepSearchTests {
  private func search(
    _ range: ClosedRange<Double>, step: Double, budget: Double, _ cost: (Double) -> Double
  ) throws -> StepSearch.Answer {
    let search = StepSearch(low: range.lowerBound, high: range.upperBound, step: step, budget: budget)
    return try #require(search.answer { $0.map(cost) })
  }

  /// x^2 <= 2: the square root, to the last bit or its neighbour.
  @Test func anyNumber() throws {
    let answer = try search(0...100, step: 0, budget: 2) { $0 * $0 }
    #expect(answer.ending == .found)
    #expect(abs(answer.point.value - 2.0.squareRoot()) <= 2 * 2.0.squareRoot().ulp)
    #expect(answer.point.cost <= 2)
  }

  /// The largest whole step is affordable, one more is not.
  @Test(arguments: [(1.0, 1000.0), (10, 123_456), (0.5, 77), (3, 2999), (1, 65), (7, 7)])
  func wholeSteps(_ step: Double, _ budget: Double) throws {
    let answer = try search(0...1e9, step: step, budget: budget * budget) { $0 * $0 }
    #expect(answer.ending == .found)
    let expected = (budget / step).rounded(.down) * step
    #expect(answer.point.value == expected)
    #expect(answer.next?.value == expected + step)
  }

  /// Up to 40 nothing costs more; below 30 the budget does not reach.
  @Test func flatStretchesAreSaid() throws {
    let held: (Double) -> Double = { max(40, $0) * 10 }
    let within = try search(0...100, step: 1, budget: 400, held)
    #expect(within.point.value == 40 && within.flatFrom == 0 && within.next?.cost == 410)
    let stairs = try search(0...100, step: 1, budget: 525) { ($0 / 10).rounded(.down) * 100 }
    #expect(stairs.point.value == 59 && stairs.point.cost == 500 && stairs.flatFrom == 50)
    let outOfReach = try search(0...100, step: 1, budget: 300, held)
    #expect(outOfReach.ending == .infeasible && outOfReach.point.cost == 400)
  }

  @Test func theBudgetMayNotDecide() throws {
    let answer = try search(0...50, step: 1, budget: 1e6) { $0 }
    #expect(answer.ending == .unbound && answer.point.value == 50 && answer.next == nil)
  }

  /// The largest value of all, also where the curve comes down again; and it is said.
  @Test func fallingCurves() throws {
    let answer = try search(0...100, step: 1, budget: 50) { $0 < 60 ? $0 : 120 - $0 }
    #expect(answer.falls && answer.point.value == 100 && answer.ending == .unbound)
    #expect(try !search(0...100, step: 1, budget: 50) { $0 }.falls)
  }

  @Test func noNumberIsNoAnswer() {
    #expect(StepSearch(low: 0, high: 9, step: 1, budget: 1).answer { $0.map { _ in .nan } } == nil)
    #expect(StepSearch(low: 1.2, high: 1.8, step: 1, budget: 1).answer { $0 } == nil)
  }
}
