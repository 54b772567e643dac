/// The value nearest to an answer that breaks no hard limit which holds without it.
///
/// Searched on both sides by halving, with full runs: the largest value below where the smallest of the range
/// keeps the limits, the smallest above where the largest does, or one beyond it that may be tried.
public struct LimitKeeper {
  private let run: (Double) throws -> OfficialCost
  private let before: Set<String>

  /// - Parameters:
  ///   - before: limits that are broken whatever the answer is.
  ///   - run: the full run with a value decided.
  public init(before: [String], run: @escaping (Double) throws -> OfficialCost) {
    (self.before, self.run) = (Set(before), run)
  }

  /// Limits of a run that are broken by the value alone.
  public func broken(_ official: OfficialCost) -> [String] {
    official.broken.filter { !before.contains($0) }
  }

  /// The nearest value, and what it costs.
  /// - Parameters:
  ///   - solution: the answer.
  ///   - beyond: values above the range that may be tried, ascending.
  /// - Returns: nil where the answer breaks nothing, or no value keeps the limits.
  /// - Throws: what runs throw.
  public func nearest(
    to solution: Solution, beyond: [Double] = []
  ) throws -> (value: Double, official: OfficialCost)? {
    let request = solution.request
    guard request.step > 0, !broken(solution.official).isEmpty else { return nil }
    var found = [try edge(from: request.range.lowerBound, to: solution.value, request)].compactMap { $0 }
    for end in [request.range.upperBound] + beyond {
      guard let above = try edge(from: end, to: solution.value, request) else { continue }
      found.append(above)
      break
    }
    return found.min { abs($0.value - solution.value) < abs($1.value - solution.value) }
  }

  /// The last value that keeps the limits on the way from an end that does.
  private func edge(
    from end: Double, to answer: Double, _ request: SolveRequest
  ) throws -> (value: Double, official: OfficialCost)? {
    var (good, bad) = (steps(end, request), steps(answer, request))
    guard good != bad else { return nil }
    var last = try run(value(good, request))
    guard broken(last).isEmpty else { return nil }
    while abs(good - bad) > 1 {
      let middle = good + (bad - good) / 2
      let official = try run(value(middle, request))
      if broken(official).isEmpty { (good, last) = (middle, official) } else { bad = middle }
    }
    return (value(good, request), last)
  }

  private func steps(_ value: Double, _ request: SolveRequest) -> Int64 {
    let exact = value / request.step
    return Int64((value == request.range.lowerBound ? exact.rounded(.up) : exact.rounded(.down)))
  }

  private func value(_ count: Int64, _ request: SolveRequest) -> Double { request.search(2).value(count) }
}
