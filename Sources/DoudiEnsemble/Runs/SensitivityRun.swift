import DoudiModel
import DoudiUnits

/// How much of a figure's spread each uncertain parameter explains.
public enum SensitivityMethod: String, Sendable, CaseIterable {
  /// Polynomial chaos: first and total indices, with its cross-validated error.
  case chaos
  /// Saltelli's design: first and total indices, with errors by scrambles.
  case saltelli
  /// Morris' screening: mean, mean size and spread of elementary effects.
  case morris
  /// Shapley effects: shares of the variance, correlated parameters included.
  case shapley
  /// Derivatives at the medians and their shares of the variance, correlated parameters included.
  case linear
}

/// What a method says of one parameter and one figure. Nil: not defined, as where the figure does not vary.
public struct Sensitivity: Sendable {
  /// First-order index; Morris: mean effect; Shapley: share of the variance; linear: derivative, in the output's unit
  /// for one unit of the parameter.
  public let first: Double?
  /// Its standard error.
  public let firstError: Double?
  /// Total index; Morris: mean size of the effects; linear: share of the variance; nil for Shapley.
  public let total: Double?
  /// Its standard error.
  public let totalError: Double?
  /// Morris: standard deviation of the effects. Linear: standard deviation of the output. Chaos: cross-validated error of the fit, a share of the variance.
  public let extra: Double?
  /// Chaos: whether the error is below ``ChaosDesign/bound``; nil for other methods.
  public var isReliable: Bool? = nil
}

/// Sensitivities of all figures to all parameters.
public struct SensitivityRun {
  /// The method.
  public let method: SensitivityMethod
  /// Runs of the scenario.
  public let runs: Int
  private let failures: [Int]
  private let read: @Sendable (_ input: Int, _ output: Int) -> Sensitivity

  /// What the method says of a parameter and an output of the function.
  public func sensitivity(input: Int, output: Int) -> Sensitivity { read(input, output) }

  /// Runs that gave no number for an output of the function, and are left out of what is said of it.
  public func failed(output: Int) -> Int { failures.indices.contains(output) ? failures[output] : 0 }

  /// Most runs that failed for any one output; one that has no number in any run is no figure of its region.
  public var mostFailed: Int { failures.filter { $0 < runs }.max() ?? 0 }

  /// Runs a method.
  /// - Parameters:
  ///   - method: the method.
  ///   - function: the scenario.
  ///   - file: the parameters, in the order of the function's inputs.
  ///   - correlation: for Shapley effects and the linear spread; nil for independent parameters. The other methods
  ///     take the parameters as independent: their indices would mean nothing otherwise.
  ///   - draws: for Saltelli and Shapley draws of a scramble, for chaos runs (nil: as many as it needs, to a most).
  ///   - seed: any number.
  ///   - step: of linear differences, in standard deviations.
  /// - Throws: ``IndexFault`` or ``SamplingFault``.
  public init(
    _ method: SensitivityMethod, _ function: ScenarioFunction, _ file: UncertaintyFile,
    correlation: CorrelationFactor?, draws: Int?, seed: UInt64,
    step: Double = DerivativeDesign.usualStep
  ) throws {
    self.method = method
    let counted = CountedFunction(function)
    let independent = IndependentInputs(file.inputs.map(\.distribution))
    switch method {
    case .chaos:
      let design = try ChaosDesign(inputs: independent, runs: draws, seed: seed)
      let fit = try design.fit(counted)
      runs = fit.runs
      read = { input, output in
        Sensitivity(
          first: fit.first(input: input, output: output), firstError: nil,
          total: fit.total(input: input, output: output), totalError: nil,
          extra: fit.crossValidatedError(output: output),
          isReliable: fit.isReliable(output: output))
      }
    case .saltelli:
      let design = try SaltelliDesign(inputs: independent, draws: draws ?? 1 << 10, seed: seed)
      let indices = try design.indices(of: counted)
      runs = design.runs
      read = { Self.pair(indices.first(input: $0, output: $1), indices.total(input: $0, output: $1)) }
    case .morris:
      let design = try MorrisDesign(inputs: independent, points: draws ?? 1 << 4, seed: seed)
      let screening = try design.screening(of: counted)
      runs = design.runs
      read = { input, output in
        let (mean, size) = (
          screening.mean(input: input, output: output), screening.magnitude(input: input, output: output)
        )
        return Sensitivity(
          first: mean?.value, firstError: mean?.standardError, total: size?.value,
          totalError: size?.standardError, extra: screening.deviation(input: input, output: output)?.value)
      }
    case .shapley:
      let copula = try correlation?.copula ?? GaussianCopula.independent(file.inputs.count)
      let inputs = try CorrelatedInputs(file.inputs.map(\.distribution), copula: copula)
      let design = try ShapleyDesign(inputs: inputs, draws: draws ?? 1 << 6, seed: seed)
      let effects = try design.effects(of: counted)
      runs = design.runs
      read = { Self.pair(effects.share(input: $0, output: $1), nil) }
    case .linear:
      let linear = try LinearRun(function, running: counted, file, correlation: correlation, step: step)
      runs = linear.runs
      read = { input, output in
        let share = linear.spread.shares[output, input]
        guard share.isFinite else {
          return Sensitivity(first: nil, firstError: nil, total: nil, totalError: nil, extra: nil)
        }
        return Sensitivity(
          first: linear.jacobian[output, input], firstError: nil, total: share, totalError: nil,
          extra: linear.spread.deviations[output])
      }
    }
    failures = counted.failures
  }

  private static func pair(_ first: ReplicateEstimate?, _ total: ReplicateEstimate?) -> Sensitivity {
    Sensitivity(
      first: first?.value, firstError: first?.standardError, total: total?.value,
      totalError: total?.standardError, extra: nil)
  }
}

extension GaussianCopula {
  /// Inputs that do not go together.
  static func independent(_ dimensions: Int) throws(SamplingFault) -> GaussianCopula {
    var factor = [Double](repeating: 0, count: dimensions * dimensions)
    for place in 0..<dimensions { factor[place * dimensions + place] = 1 }
    return try GaussianCopula(dimensions: dimensions, factor: factor)
  }
}
