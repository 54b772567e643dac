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

/// A search's answer that no full run has confirmed yet.
public struct SolveDraft {
  let request: SolveRequest
  let found: StepSearch.Answer
  let optimum: Double?
  let slope: Double?
  let probability: Double?
  /// True where the costs of full runs are what the budget is held against.
  let isOfficial: Bool
}

/// Searches on the scenario's arithmetic, and holds the answers against full runs.
///
/// Answers of several regions are confirmed together, one run for all of them: what each region pays does
/// not depend on the standards of the others.
public struct Solver {
  /// Costs of some requests by one full run with overrides.
  private let run: ([String], [SolveRequest]) throws -> [OfficialCost]
  /// Rounding to the fen moves an answer by a step at most; a second one would be no rounding.
  private static let rounds = 8

  /// A solver.
  /// - Parameter run: runs the scenario with more of `--set`; costs in the order of the requests.
  public init(run: @escaping ([String], [SolveRequest]) throws -> [OfficialCost]) { self.run = run }

  /// The largest value within the budget; nil where costs are no numbers, or no step lies in the range.
  /// - Throws: where the arithmetic cannot be run.
  public func draft(_ request: SolveRequest, on curve: CostCurve) throws -> SolveDraft? {
    guard let found = try request.search(64).answer(curve.costs) else { return nil }
    let exact = try found.ending == .found ? request.search(64, step: 0).answer(curve.costs) : nil
    return SolveDraft(
      request: request, found: found, optimum: exact?.point.value,
      slope: try curve.slope(at: exact?.point.value ?? found.point.value), probability: nil, isOfficial: true)
  }

  /// The largest value that stays within the budget with a probability. The official run, in which nothing
  /// is drawn, is shown beside it and does not decide.
  /// - Throws: where the arithmetic cannot be run.
  public func draft(_ request: SolveRequest, on curve: ChanceCurve) throws -> SolveDraft? {
    guard let found = try request.search(8).answer(curve.costs) else { return nil }
    return SolveDraft(
      request: request, found: found, optimum: nil, slope: nil,
      probability: try curve.probability(found.point.value, within: request.budget), isOfficial: false)
  }

  /// The answers with the costs of full runs. The ledger rounds each line to the fen: where that decides, an
  /// answer moves by a step.
  /// - Throws: what runs throw.
  public func settle(_ drafts: [SolveDraft]) throws -> [Solution] {
    var values = drafts.map(\.found.point.value)
    var (own, next) = (try costs(drafts, values), try costs(drafts, nexts(drafts, values)))
    for _ in 0..<Self.rounds {
      let moves = drafts.indices.map { move(drafts[$0], values[$0], own[$0], next[$0]) }
      guard moves.contains(where: { $0 != 0 }) else { break }
      for (place, move) in moves.enumerated() {
        values[place] = drafts[place].request.stepped(values[place], by: move)
      }
      (own, next) = (try costs(drafts, values), try costs(drafts, nexts(drafts, values)))
    }
    return drafts.indices.map { place in
      let (draft, above) = (drafts[place], nexts(drafts, values)[place])
      return Solution(
        request: draft.request, ending: draft.found.ending, value: values[place], official: own[place],
        next: above == values[place] ? nil : (above, next[place]),
        flatFrom: min(draft.found.flatFrom, values[place]), falls: draft.found.falls, optimum: draft.optimum,
        slope: draft.slope, probability: draft.probability)
    }
  }

  /// -1, 0 or 1 steps.
  private func move(
    _ draft: SolveDraft, _ value: Double, _ own: OfficialCost, _ next: OfficialCost
  ) -> Int64 {
    let request = draft.request
    guard draft.isOfficial, draft.found.ending == .found, request.step > 0 else { return 0 }
    if own.cost > request.budget, value - request.step >= request.range.lowerBound { return -1 }
    return next.cost <= request.budget && value + request.step <= request.range.upperBound ? 1 : 0
  }

  /// One step more where there is one, the values themselves where not.
  private func nexts(_ drafts: [SolveDraft], _ values: [Double]) -> [Double] {
    zip(drafts, values).map { draft, value in
      let request = draft.request
      guard draft.found.ending == .found, request.step > 0 else { return value }
      let more = request.stepped(value, by: 1)
      return more <= request.range.upperBound ? more : value
    }
  }

  private func costs(_ drafts: [SolveDraft], _ values: [Double]) throws -> [OfficialCost] {
    try run(zip(drafts, values).map { $0.request.control.override($1) }, drafts.map(\.request))
  }
}

extension SolveRequest {
  /// The search over its range.
  func search(_ batch: Int, step: Double? = nil) -> StepSearch {
    StepSearch(
      low: range.lowerBound, high: range.upperBound, step: step ?? self.step, budget: budget, batch: batch)
  }

  /// The multiple of the step that is some steps away.
  func stepped(_ value: Double, by count: Int64) -> Double {
    search(2).value(Int64((value / step).rounded()) + count)
  }
}
