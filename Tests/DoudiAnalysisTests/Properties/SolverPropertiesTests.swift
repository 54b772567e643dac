import DoudiAnalysis
import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Over random places: the standard that is found is affordable by a full run, and one step more is not.
@Suite struct SolverPropertiesTests {
  private struct Question: CustomStringConvertible {
    var place: RandomPlace
    var percent: Int
    var step: Int
    var description: String { "\(place), budget \(percent) %, step \(step)" }

    var smaller: [Question] { place.smaller.map { Question(place: $0, percent: percent, step: step) } }
  }

  /// All money paid in a year, CNY.
  private static func cost(_ run: Projection, _ year: Int) -> Double {
    Double(run.lines.filter { $0.paid.year == year }.reduce(Int64(0)) { $0 + $1.fen }) / 100
  }

  private static func solution(_ question: Question) throws -> (found: Solution, budget: Double)? {
    let place = question.place.place
    let base = try place.run().projection
    let year = base.model.scenario.horizon.last.year
    let budget = cost(base, year) * Double(question.percent) / 100
    let bag = DiagnosticBag()
    guard budget > 0,
      let control = SolveControl(
        "amount.standard", from: nil, space: DrawSpace(base.model), into: bag)
    else { return nil }
    let decided = DrawnScenario(try place.run(overrides: [control.override(500)]).projection)
    let (written, refused) = decided.written(for: [control.input])
    guard refused.isEmpty,
      let sums = OutputSums(written, output: "total", region: "990000", years: [year])
    else { return nil }
    let request = SolveRequest(
      control: control, output: "total", region: "990000", years: [year], budget: budget,
      step: Double(question.step), range: 0...50_000)
    let solver = Solver(
      run: { overrides, requests in
        let run = try place.run(overrides: overrides).projection
        return requests.map { _ in OfficialCost(cost: cost(run, year), broken: []) }
      }, drawn: { _, _, _ in (share: 1, cost: 0) })
    guard let draft = try solver.draft(request, on: CostCurve(sums)) else { return nil }
    return try solver.settle([draft]).first.map { ($0, budget) }
  }

  @Test func affordableAndNotOneStepMore() throws {
    try forAll(
      seed: 5, count: 25,
      generator: { random in
        Question(
          place: RandomPlace.draw(&random, hasThresholds: false), percent: random.int(in: 60...180),
          step: random.int(in: 1...20))
      }, shrink: \.smaller
    ) { question in
      guard let (found, budget) = try Self.solution(question) else { return true }
      switch found.ending {
      case .found:
        let next = try #require(found.next)
        return found.official.cost <= budget && next.official.cost > budget
          && next.value - found.value == Double(question.step)
      case .unbound: return found.official.cost <= budget
      case .infeasible: return found.official.cost > budget
      }
    }
  }
}
