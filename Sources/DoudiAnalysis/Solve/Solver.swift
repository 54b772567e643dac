import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// What is asked: how high a control can go within a budget.
public struct SolveRequest: Sendable {
  /// What is turned.
  public let control: SolveControl
  /// The figure that costs: "total", a programme, or a yearly scenario's result.
  public let output: String
  /// Region whose money it is.
  public let region: String
  /// Years whose costs are added up.
  public let years: [Int]
  /// What must not be exceeded, CNY.
  public let budget: Double
  /// Values are whole multiples of it; 0: any number.
  public let step: Double
  /// Smallest value that may be taken, and largest.
  public let range: ClosedRange<Double>

  /// A request.
  public init(
    control: SolveControl, output: String, region: String, years: [Int], budget: Double, step: Double,
    range: ClosedRange<Double>
  ) {
    (self.control, self.output, self.region, self.years) = (control, output, region, years)
    (self.budget, self.step, self.range) = (budget, step, range)
  }
}

/// What the official run says of a value.
public struct OfficialCost: Sendable {
  /// Cost of the years asked for, CNY, whole fen for a scenario with a ledger.
  public let cost: Double
  /// Hard limits that do not hold: rule, region and year.
  public let broken: [String]

  /// A run's cost.
  public init(cost: Double, broken: [String]) { (self.cost, self.broken) = (cost, broken) }
}

/// What was found.
public struct Solution: Sendable {
  /// What was asked.
  public let request: SolveRequest
  /// How the search ended.
  public let ending: StepSearch.Ending
  /// The answer; the cheapest value where none is within the budget.
  public let value: Double
  /// Its cost by a full run.
  public let official: OfficialCost
  /// One step more, and its cost by a full run; nil at the end of the range, and for steps of 0.
  public let next: (value: Double, official: OfficialCost)?
  /// The least value that costs the same.
  public let flatFrom: Double
  /// True where more of the control costs less somewhere.
  public let falls: Bool
  /// Where the cost meets the budget exactly, were any number allowed; nil where it does not.
  public let optimum: Double?
  /// Cost of one unit more there (at the answer where there is no optimum); nil at a corner or a staircase.
  public let slope: Double?
  /// Share of draws within the budget, where a probability was asked for.
  public let probability: Double?
}

/// Searches on the scenario's arithmetic, and holds the answer against full runs.
public struct Solver {
  /// Costs by a full run with the overrides given.
  private let run: ([String]) throws -> OfficialCost

  /// A solver.
  /// - Parameter run: runs the scenario with one more `--set`.
  public init(run: @escaping ([String]) throws -> OfficialCost) { self.run = run }

  /// The largest value within the budget; nil where costs are no numbers, or no step lies in the range.
  /// - Parameters:
  ///   - request: what is asked.
  ///   - curve: costs of values by the scenario's arithmetic.
  /// - Throws: what runs throw.
  public func solve(_ request: SolveRequest, on curve: CostCurve) throws -> Solution? {
    guard let found = try search(request, 64).answer(curve.costs) else { return nil }
    let exact = try found.ending == .found ? search(request, 64, step: 0).answer(curve.costs) : nil
    return try checked(
      request, found, optimum: exact?.point.value,
      slope: curve.slope(at: exact?.point.value ?? found.point.value), probability: nil)
  }

  /// The largest value that stays within the budget with a probability. The official run, in which nothing
  /// is drawn, is shown beside it and does not decide.
  public func solve(_ request: SolveRequest, on curve: ChanceCurve) throws -> Solution? {
    guard let found = try search(request, 8).answer(curve.costs) else { return nil }
    let next = try found.next.map { ($0.value, try cost(request, $0.value)) }
    return Solution(
      request: request, ending: found.ending, value: found.point.value,
      official: try cost(request, found.point.value), next: next, flatFrom: found.flatFrom,
      falls: found.falls,
      optimum: nil, slope: nil,
      probability: try curve.probability(found.point.value, within: request.budget))
  }

  private func search(_ request: SolveRequest, _ batch: Int, step: Double? = nil) -> StepSearch {
    StepSearch(
      low: request.range.lowerBound, high: request.range.upperBound, step: step ?? request.step,
      budget: request.budget, batch: batch)
  }

  private func cost(_ request: SolveRequest, _ value: Double) throws -> OfficialCost {
    try run([request.control.override(value)])
  }

  /// The ledger rounds each line to the fen: where that decides, the answer moves by a step.
  private func checked(
    _ request: SolveRequest, _ found: StepSearch.Answer, optimum: Double?, slope: Double?,
    probability: Double?
  ) throws -> Solution {
    var value = found.point.value
    var official = try cost(request, value)
    var next = try found.next.map { (value: $0.value, official: try cost(request, $0.value)) }
    if found.ending == .found, request.step > 0 {
      while official.cost > request.budget, value - request.step >= request.range.lowerBound {
        next = (value, official)
        value = step(value, -1, request)
        official = try cost(request, value)
      }
      while let above = next, above.official.cost <= request.budget, above.value <= request.range.upperBound {
        (value, official) = above
        let more = step(value, 1, request)
        next = more <= request.range.upperBound ? (more, try cost(request, more)) : nil
      }
    }
    return Solution(
      request: request, ending: found.ending, value: value, official: official, next: next,
      flatFrom: min(found.flatFrom, value), falls: found.falls, optimum: optimum, slope: slope,
      probability: probability)
  }

  /// The multiple of the step that is some steps away.
  private func step(_ value: Double, _ count: Int64, _ request: SolveRequest) -> Double {
    search(request, 2).value(Int64((value / request.step).rounded()) + count)
  }
}
