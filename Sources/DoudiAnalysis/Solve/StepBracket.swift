/// Whole steps between a value that is within the budget and one that is over it, halved until they are
/// neighbours.
struct StepBracket {
  private let request: SolveRequest
  private var low, high: Int64
  /// False until a value is known to be within the budget, or over it.
  private var isLowKnown, isHighKnown: Bool

  /// Everything below a value that is over the budget.
  init(_ request: SolveRequest, over value: Double) {
    self.request = request
    (low, high) = (Self.first(request), Self.count(value, request))
    (isLowKnown, isHighKnown) = (false, true)
  }

  /// Everything above a value that is within the budget.
  init(_ request: SolveRequest, within value: Double) {
    self.request = request
    (low, high) = (Self.count(value, request), Self.last(request))
    (isLowKnown, isHighKnown) = (true, false)
  }

  private static func count(_ value: Double, _ request: SolveRequest) -> Int64 {
    Int64((value / request.step).rounded())
  }
  private static func first(_ request: SolveRequest) -> Int64 {
    Int64((request.range.lowerBound / request.step).rounded(.up))
  }
  private static func last(_ request: SolveRequest) -> Int64 {
    Int64((request.range.upperBound / request.step).rounded(.down))
  }

  private var count: Int64? {
    if low >= high { return nil }
    if !isLowKnown { return low }
    if !isHighKnown { return high }
    return high - low > 1 ? low + (high - low) / 2 : nil
  }

  /// The value to be tried next; nil where the answer is known.
  var next: Double? { count.map(request.search(2).value) }

  /// Takes what was found of ``next``.
  mutating func take(isWithin: Bool) {
    guard let count else { return }
    if !isLowKnown {
      isLowKnown = isWithin
      if !isWithin { high = low }
    } else if !isHighKnown {
      isHighKnown = !isWithin
      if isWithin { low = high }
    } else if isWithin {
      low = count
    } else {
      high = count
    }
  }

  /// The largest value within the budget; the smallest of all where none is.
  var answer: Double { request.search(2).value(low) }

  /// How it ended.
  var ending: StepSearch.Ending { !isLowKnown ? .infeasible : !isHighKnown ? .unbound : .found }
}
