/// A linear condition on the amounts of an allocation. Rows are positions that count from zero.
public enum SideCondition: Hashable, Sendable {
  /// The amounts of these rows add up to something between: a province's total, a programme's minimum.
  case total(of: [Int], atLeast: Double?, atMost: Double?)
  /// The amounts of these rows are at most `share` of those: purchased services of the money issued.
  case share(of: [Int], atMost: Double, in: [Int])
  /// amount / need of these rows lies between; a row without need is left out.
  case coverage(of: [Int], atLeast: Double?, atMost: Double?)
  /// amount / need of these rows lies within `width` of a common level, which the program finds.
  case commonCoverage(of: [Int], width: Double)

  /// Rows that the condition names.
  var rows: [Int] {
    switch self {
    case .total(let rows, _, _), .coverage(let rows, _, _), .commonCoverage(let rows, _): rows
    case .share(let rows, _, let whole): rows + whole
    }
  }

  /// Its figures, all of which must be finite.
  var figures: [Double] {
    switch self {
    case .total(_, let least, let most), .coverage(_, let least, let most): [least, most].compactMap { $0 }
    case .share(_, let share, _): [share]
    case .commonCoverage(_, let width): [width]
    }
  }
}

/// What the best allocation is.
public enum AllocationObjective: Hashable, Sendable {
  /// The largest least amount / need.
  case maximiseCoverage
  /// The least sum of |amount - formula amount|.
  case minimiseDeviation(from: [Double])
}
