import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// The methods of `pareto` beside each other: what they give out, how much of the need they cover, how evenly.
struct CandidateWork {
  let inputs: AllocationInputs
  let people: PeopleColumn?
  let report: AllocationFaultReport

  func run(_ pot: Int64) -> [CandidateOutcome] {
    var found: [(method: AllocationMethod, amounts: [Int64])] = []
    for method in inputs.spec.candidates {
      do {
        let split = try AllocationSplitter(inputs: inputs).split(pot, by: method)
        if let program = split.program, program.status != .optimal { continue }
        found.append((method, split.amounts))
      } catch {
        report.report(error)
      }
    }
    let equity = EquityWork(inputs: inputs, people: people)
    let figures = found.map { one in
      (
        cost: inputs.rows.leaves.reduce(Int64(0)) { $0 + one.amounts[$1] }, coverage: coverage(one.amounts),
        gini: equity.giniOfCoverage(one.amounts)
      )
    }
    let front = try? ParetoFront.positions(
      figures.map {
        AllocationCandidate(cost: Double($0.cost), coverage: $0.coverage ?? 0, inequality: $0.gini ?? 0)
      })
    return found.indices.map { place in
      CandidateOutcome(
        method: found[place].method, cost: figures[place].cost, coverage: figures[place].coverage,
        gini: figures[place].gini, isUnbeaten: front?.contains(place) ?? false)
    }
  }

  private func coverage(_ amounts: [Int64]) -> Double? {
    guard let needs = inputs.needs else { return nil }
    var (covered, all) = (0.0, 0.0)
    for row in inputs.rows.leaves {
      let need = (needs[row] ?? .zero).double
      all += need
      covered += min(need, Double(amounts[row]))
    }
    return all > 0 ? covered / all : nil
  }
}
