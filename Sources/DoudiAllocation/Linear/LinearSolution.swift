/// What came out of a ``LinearProgram``.
public struct LinearSolution: Hashable, Sendable {
  /// Whether there is a best point.
  public enum Status: String, Hashable, Sendable {
    case optimal
    /// No point keeps all bounds; see ``LinearSolution/certificate``.
    case infeasible
    /// The objective improves without end.
    case unbounded
    /// The solver gave up.
    case stopped
  }

  /// Whether there is a best point. Only then the figures below mean something.
  public let status: Status
  /// The objective's value.
  public let objective: Double
  /// The variables' values.
  public let values: [Double]
  /// The rows' sums.
  public let activities: [Double]
  /// Shadow price of each row: what the objective changes by for one unit more of its binding bound, while the basis
  /// stays. 0 for a row that does not bind.
  public let prices: [Double]
  /// Reduced cost of each variable: the same for its binding bound.
  public let reducedCosts: [Double]
  /// Why nothing is feasible; nil otherwise, and where the solver's proof did not hold when it was checked.
  public let certificate: InfeasibilityCertificate?
}

/// Rows that contradict each other (Farkas): with these multipliers y their sum cannot reach what it must.
///
///     largest value of y'A x within the variables' bounds  <  least value of y'r within the rows' bounds
///
/// Checked in doubles before it is shown.
public struct InfeasibilityCertificate: Hashable, Sendable {
  /// Rows with a multiplier, ascending.
  public let rows: [Int]
  /// Their multipliers, the largest 1 in magnitude.
  public let multipliers: [Double]
  /// By how much the weighted sum misses, in units of the row with multiplier 1.
  public let gap: Double

  /// Tries the multipliers of a solver, with either sign.
  init?(_ ray: [Double], of program: LinearProgram) {
    let scale = ray.reduce(0) { max($0, $1.magnitude) }
    guard scale > 0, scale.isFinite else { return nil }
    for sign in [1.0, -1.0] {
      let multipliers = ray.map { ($0 / scale).magnitude < 1e-9 ? 0 : sign * $0 / scale }
      let gap = Self.gap(multipliers, program)
      guard gap > 1e-9 else { continue }
      rows = multipliers.indices.filter { multipliers[$0] != 0 }
      self.multipliers = rows.map { multipliers[$0] }
      self.gap = gap
      return
    }
    return nil
  }

  private static func gap(_ multipliers: [Double], _ program: LinearProgram) -> Double {
    var (needed, slopes) = (0.0, Array(repeating: 0.0, count: program.variables.count))
    var magnitudes = slopes
    for (row, multiplier) in zip(program.rows, multipliers) where multiplier != 0 {
      needed += multiplier * (multiplier > 0 ? row.lower : row.upper)
      for term in row.terms {
        slopes[term.variable] += multiplier * term.coefficient
        magnitudes[term.variable] += (multiplier * term.coefficient).magnitude
      }
    }
    var reached = 0.0
    for (position, one) in program.variables.enumerated() where slopes[position] != 0 {
      // What is left of sums that cancel is noise.
      if slopes[position].magnitude <= 1e-12 * magnitudes[position] { continue }
      reached += slopes[position] * (slopes[position] > 0 ? one.upper : one.lower)
    }
    let gap = needed - reached
    return gap.isNaN ? -.infinity : gap
  }
}
