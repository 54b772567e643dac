import DoudiEnsemble
import DoudiModel
import Testing

@testable import DoudiAnalysis

/// What full runs say decides, whatever the arithmetic said.
@Suite struct SolverTests {
  private final class Tried {
    var values: [Double] = []
  }

  /// A full run costs what the control is less a limit; the budget is 0.
  private func settled(
    _ ending: StepSearch.Ending, _ value: Double, limit: Double, range: ClosedRange<Double> = 3...100
  ) throws -> (solution: Solution, tried: [Double]) {
    let request = try StepBracketTests.request(range, step: 1)
    let draft = SolveDraft(
      request: request,
      found: StepSearch.Answer(
        ending: ending, point: StepSearch.Point(value: value, cost: 0), next: nil, flatFrom: value,
        falls: false),
      optimum: nil, slope: nil, wanted: nil)
    let tried = Tried()
    let solver = Solver(
      run: { overrides, _ in
        overrides.map { text in
          let number = text.split(separator: "=").last?.split(separator: " ").first ?? ""
          let value = Double(number) ?? .nan
          tried.values.append(value)
          return OfficialCost(cost: value - limit, broken: [])
        }
      }, drawn: { _, _, _ in (share: 1, cost: 0) })
    return (try #require(try solver.settle([draft]).first), tried.values)
  }

  /// Far off in both directions, and by a step.
  @Test(arguments: [3.0, 41, 42, 43, 44, 99, 100])
  func theAnswerIsWhatFullRunsAfford(_ draft: Double) throws {
    let (solution, tried) = try settled(.found, draft, limit: 42)
    #expect(solution.value == 42 && solution.ending == .found && solution.official.cost <= 0)
    #expect(solution.next?.value == 43 && (solution.next?.official.cost ?? 0) > 0)
    #expect(tried.allSatisfy { (3...100).contains($0) })
  }

  /// The arithmetic saw no limit, the runs do.
  @Test func aBudgetThatBindsAfterAll() throws {
    let (solution, _) = try settled(.unbound, 100, limit: 42)
    #expect(solution.value == 42 && solution.ending == .found)
    let (free, _) = try settled(.unbound, 100, limit: 1000)
    #expect(free.value == 100 && free.ending == .unbound)
  }

  /// Not even the lowest value: nothing below the range is ever run.
  @Test(arguments: [3.0, 4, 5, 50]) func notEvenTheLowest(_ draft: Double) throws {
    let (solution, tried) = try settled(.found, draft, limit: 2)
    #expect(solution.ending == .infeasible && solution.value == 3)
    #expect(tried.allSatisfy { $0 >= 3 })
  }

  /// Up to the end of the range all is affordable.
  @Test func theWholeRangeIsAffordable() throws {
    let (solution, tried) = try settled(.found, 10, limit: 500)
    #expect(solution.value == 100 && solution.ending == .unbound)
    #expect(tried.allSatisfy { $0 <= 100 })
  }
}
