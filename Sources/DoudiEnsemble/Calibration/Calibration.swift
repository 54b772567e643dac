import DoudiModel

/// The values of parameters for which a scenario's figures come nearest to targets.
///
///     minimise  sum over targets of  weight x ((figure - target) / |target|)^2
///
/// A target of 0 counts in its own unit. Figures are those of the draws' arithmetic, not rounded to fen.
public struct Calibration: Sendable {
  /// Why the search ended.
  public enum Reason: Sendable, Equatable {
    /// Nothing more to gain.
    case converged
    /// Nothing more to gain; these parameters are on a bound of their range.
    case atBound([String])
    /// No step lowers the distance any more: figures are rounded in steps.
    case stalled
    /// The number of steps ran out.
    case steps
    /// The targets cannot tell these parameters apart, or one of them moves no target.
    case rank([String])
    /// These targets have no value at the start, by their positions.
    case noValue([Int])
  }

  /// A parameter's value.
  public struct Fitted: Sendable {
    /// The parameter.
    public let parameter: CalibratedParameter
    /// The value found, in eight digits, as a file would have it.
    public let value: Double
    /// Standard error by residuals and derivatives; nil at a bound, or with no more targets than parameters.
    public let error: Double?
    /// "low" or "high" where it is on a bound.
    public let side: String?
  }

  /// The parameters.
  public let fitted: [Fitted]
  /// The targets.
  public let targets: [CalibrationTargets.Target]
  /// Figures at the values written, target by target.
  public let figures: [Double]
  /// Why the search ended.
  public let reason: Reason
  /// Steps taken.
  public let steps: Int
  /// Runs of the scenario.
  public let runs: Int

  /// Searches.
  /// - Parameters:
  ///   - written: the scenario written for the parameters' inputs.
  ///   - parameters: in that order; at least one.
  ///   - targets: the figures to come near to.
  /// - Throws: where the arithmetic cannot be run.
  public init(
    _ written: WrittenScenario, _ parameters: [CalibratedParameter], _ targets: CalibrationTargets
  ) throws {
    let function = TargetFunction(written: written, targets: targets.targets)
    let fit = try BoundedFit(
      start: parameters.map(\.start), bounds: parameters.map(\.bounds), scales: parameters.map(\.scale)
    ) { points in
      try function.figures(points).map { figures in
        zip(figures, targets.targets).map { ($0 - $1.value) * $1.factor }
      }
    }
    fitted = parameters.enumerated().map { place, one in
      let value = CalibratedParameter.written(fit.values[place])
      return Fitted(
        parameter: one, value: min(max(value, one.bounds.lowerBound), one.bounds.upperBound),
        error: fit.errors[place], side: fit.side(place)?.rawValue)
    }
    self.targets = targets.targets
    figures = try function.figures([fitted.map(\.value)])[0]
    (steps, runs) = (fit.steps, fit.runs)
    reason = Self.reason(fit, parameters)
  }

  private static func reason(_ fit: BoundedFit, _ parameters: [CalibratedParameter]) -> Reason {
    switch fit.reason {
    case .converged:
      let bound = parameters.indices.filter { fit.side($0) != nil }
      return bound.isEmpty ? .converged : .atBound(bound.map { parameters[$0].name })
    case .stalled: return .stalled
    case .steps: return .steps
    case .rank(let places): return .rank(places.map { parameters[$0].name })
    case .noValue: return .noValue(fit.residuals.indices.filter { !fit.residuals[$0].isFinite })
    }
  }

  /// What `--set` takes to run the values.
  public var settings: [String] { fitted.flatMap { $0.parameter.settings($0.value) } }

  /// The root mean square of relative deviations, weights included.
  public static func distance(_ figures: [Double], _ targets: [CalibrationTargets.Target]) -> Double {
    let sum = zip(figures, targets).reduce(0.0) { sum, pair in
      let gap = (pair.0 - pair.1.value) * pair.1.factor
      return sum + gap * gap
    }
    return (sum / targets.reduce(0.0) { $0 + $1.weight }).squareRoot()
  }
}
