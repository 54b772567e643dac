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
  /// Where a probability was asked for.
  public let chance: Chance?

  /// What the draws say of an answer.
  public struct Chance: Sendable {
    /// The share of draws that was to stay within the budget.
    public let wanted: Double
    /// The share that does, with the answer decided and everything else drawn.
    public let share: Double
    /// The least budget that the wanted share stays within.
    public let cost: Double
  }
}

/// A search's answer that no full run has confirmed yet.
public struct SolveDraft {
  let request: SolveRequest
  let found: StepSearch.Answer
  let optimum: Double?
  let slope: Double?
  /// The share of draws that must stay within the budget; nil where costs of full runs are held against it.
  let wanted: Double?
}

/// Searches on the scenario's arithmetic, and holds the answers against full runs.
///
/// Answers of several regions are confirmed together, one run for all of them: what each region pays does
/// not depend on the standards of the others. Where full runs do not confirm an answer, they are searched
/// themselves: no answer in steps is given that a full run finds over the budget. An answer without steps meets the
/// budget by the arithmetic; the ledger's rounding may part the two by some fen.
public struct Solver {
  /// Costs of some requests by one full run with overrides.
  private let run: ([String], [SolveRequest]) throws -> [OfficialCost]
  private let drawn: (SolveRequest, Double, Double) throws -> (share: Double, cost: Double)
  /// Rounding to the fen moves an answer by a step at most.
  private static let rounds = 2

  /// A solver.
  /// - Parameters:
  ///   - run: runs the scenario with more of `--set`; costs in the order of the requests.
  ///   - drawn: of a request, a value that is decided and a probability: the share of draws within the budget,
  ///     and the least budget that holds with the probability.
  public init(
    run: @escaping ([String], [SolveRequest]) throws -> [OfficialCost],
    drawn: @escaping (SolveRequest, Double, Double) throws -> (share: Double, cost: Double)
  ) {
    (self.run, self.drawn) = (run, drawn)
  }

  /// The largest value within the budget; nil where costs are no numbers, or no step lies in the range.
  /// - Throws: where the arithmetic cannot be run.
  public func draft(_ request: SolveRequest, on curve: CostCurve) throws -> SolveDraft? {
    guard let found = try request.search(64).answer(curve.costs) else { return nil }
    let exact = try found.ending == .found ? request.search(64, step: 0).answer(curve.costs) : nil
    return SolveDraft(
      request: request, found: found, optimum: exact?.point.value,
      slope: try curve.slope(at: exact?.point.value ?? found.point.value), wanted: nil)
  }

  /// The largest value that stays within the budget with a probability. The official run, in which nothing
  /// is drawn, is shown beside it and does not decide.
  /// - Throws: where the arithmetic cannot be run.
  public func draft(_ request: SolveRequest, on curve: ChanceCurve) throws -> SolveDraft? {
    guard let found = try request.search(8).answer(curve.costs) else { return nil }
    return SolveDraft(request: request, found: found, optimum: nil, slope: nil, wanted: curve.probability)
  }

  /// The answers with the costs of full runs. The ledger rounds each line to the fen: where that decides, an
  /// answer moves by a step; where more than rounding decides, full runs are searched.
  /// - Throws: what runs throw.
  public func settle(_ drafts: [SolveDraft]) throws -> [Solution] {
    var ends = try drafts.map(confirmed)
    var (own, next) = (try costs(drafts, ends.map(\.value)), try costs(drafts, nexts(drafts, ends)))
    for round in 0...Self.rounds {
      let moves = drafts.indices.map { move(drafts[$0], ends[$0], own[$0], next[$0]) }
      guard moves.contains(where: { $0 != 0 }) else { break }
      if round < Self.rounds {
        for (place, move) in moves.enumerated() where move != 0 {
          ends[place] = walked(ends[place], by: move, drafts[place].request)
        }
      } else {
        try search(drafts, moves, &ends)
      }
      (own, next) = (try costs(drafts, ends.map(\.value)), try costs(drafts, nexts(drafts, ends)))
    }
    let above = nexts(drafts, ends)
    return try drafts.indices.map { place in
      let (draft, end) = (drafts[place], ends[place])
      return Solution(
        request: draft.request, ending: end.ending, value: end.value, official: own[place],
        next: above[place] == end.value ? nil : (above[place], next[place]),
        flatFrom: min(draft.found.flatFrom, end.value), falls: draft.found.falls, optimum: draft.optimum,
        slope: draft.slope, chance: try chance(draft, end.value))
    }
  }

  /// How a search ended, and with what.
  private typealias End = (ending: StepSearch.Ending, value: Double)

  /// The end of a draft; with a probability its value is held against draws in which it is decided.
  private func confirmed(_ draft: SolveDraft) throws -> End {
    let (request, end) = (draft.request, (draft.found.ending, draft.found.point.value))
    guard let wanted = draft.wanted, draft.found.ending == .found, request.step > 0 else { return end }
    func isWithin(_ value: Double) throws -> Bool { try drawn(request, value, wanted).share >= wanted }
    if try isWithin(draft.found.point.value) { return end }
    var bracket = StepBracket(request, over: draft.found.point.value)
    while let value = bracket.next { bracket.take(isWithin: try isWithin(value)) }
    return (bracket.ending, bracket.answer)
  }

  private func chance(_ draft: SolveDraft, _ value: Double) throws -> Solution.Chance? {
    try draft.wanted.map { wanted in
      let found = try drawn(draft.request, value, wanted)
      return Solution.Chance(wanted: wanted, share: found.share, cost: found.cost)
    }
  }

  /// Halves what lies between an affordable value and one that is not, for all drafts that are not settled.
  private func search(_ drafts: [SolveDraft], _ moves: [Int64], _ ends: inout [End]) throws {
    var brackets = drafts.indices.map { place -> StepBracket? in
      let (request, value) = (drafts[place].request, ends[place].value)
      switch moves[place] {
      case ..<0: return StepBracket(request, over: value)
      case 1...: return StepBracket(request, within: value)
      default: return nil
      }
    }
    while brackets.contains(where: { $0?.next != nil }) {
      let values = zip(brackets, ends).map { $0?.next ?? $1.value }
      let found = try costs(drafts, values)
      for place in brackets.indices where brackets[place]?.next != nil {
        brackets[place]?.take(isWithin: found[place].cost <= drafts[place].request.budget)
      }
    }
    for (place, bracket) in brackets.enumerated() {
      if let bracket { ends[place] = (bracket.ending, bracket.answer) }
    }
  }

  /// A step down or up; below the range there is no answer.
  private func walked(_ end: End, by move: Int64, _ request: SolveRequest) -> End {
    let value = request.stepped(end.value, by: move)
    return value < request.range.lowerBound ? (.infeasible, end.value) : (.found, value)
  }

  /// -1, 0 or 1 steps.
  private func move(_ draft: SolveDraft, _ end: End, _ own: OfficialCost, _ next: OfficialCost) -> Int64 {
    let request = draft.request
    guard draft.wanted == nil, end.ending != .infeasible, request.step > 0 else { return 0 }
    if own.cost > request.budget { return -1 }
    return end.ending == .found && next.cost <= request.budget
      && end.value + request.step <= request.range.upperBound ? 1 : 0
  }

  /// One step more where there is one, the values themselves where not.
  private func nexts(_ drafts: [SolveDraft], _ ends: [End]) -> [Double] {
    zip(drafts, ends).map { draft, end in
      let request = draft.request
      guard end.ending == .found, request.step > 0 else { return end.value }
      let more = request.stepped(end.value, by: 1)
      return more <= request.range.upperBound ? more : end.value
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
