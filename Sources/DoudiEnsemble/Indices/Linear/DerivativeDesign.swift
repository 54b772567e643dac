import DoudiMatrix

/// All inputs at their medians, and each in turn a step below and above.
///
///     m_k = Q_k(1/2),   h_k = share x sd_k
///
/// 2 K + 1 runs. Where a step would leave the distribution it is shortened: never beyond the quantiles of
/// ``tail`` and 1 - ``tail``, except for single values (discrete distributions), which leave no room.
public struct DerivativeDesign: Sendable {
  /// The step by default, in standard deviations: wide enough to pass over the steps that standards are rounded to.
  public static let usualStep = 1.0
  /// The least share of a distribution beyond a step.
  static let tail = 0.01
  /// Bytes of outputs at a time.
  static let memory = 64_000_000

  /// The medians, in the inputs' units.
  public let medians: [Double]
  /// The steps, in the inputs' units.
  public let steps: [Double]

  /// Inputs, K.
  public var inputs: Int { medians.count }
  /// Runs.
  public var runs: Int { 2 * inputs + 1 }

  /// A design.
  /// - Parameters:
  ///   - distributions: one for each input.
  ///   - step: share of a standard deviation, above 0, at most 2.
  /// - Throws: ``IndexFault/count(_:given:allowed:)`` without inputs, ``IndexFault/step(_:)``.
  public init(_ distributions: [Distribution], step: Double = Self.usualStep) throws(IndexFault) {
    try IndexFault.check(.inputs, distributions.count, 1...(1 << 16))
    guard step > 0, step <= 2 else { throw .step(step) }
    medians = distributions.map { $0.quantile(0.5) }
    steps = zip(distributions, medians).map { distribution, median in
      let wanted = step * distribution.standardDeviation
      let room = min(median - distribution.quantile(Self.tail), distribution.quantile(1 - Self.tail) - median)
      return room > 0 ? min(wanted, room) : wanted
    }
  }

  /// Values at the medians, and central differences.
  ///
  ///     J_ok = (f_o(m + h_k) - f_o(m - h_k)) / (2 h_k)
  ///
  /// - Returns: J, outputs x inputs; 0 for an input without spread.
  /// - Throws: ``IndexFault`` where the function has other inputs.
  func derivatives(
    of function: some DrawFunction
  ) throws(IndexFault) -> (middle: [Double], jacobian: Matrix) {
    try IndexFault.check(function, inputs: inputs)
    let outputs = function.outputs
    let middle = evaluate(function, [(0, 0)])
    var jacobian = Matrix(rows: outputs, columns: inputs)
    let batch = max(1, Self.memory / 16 / max(1, outputs))
    for first in stride(from: 0, to: inputs, by: batch) {
      let own = first..<min(inputs, first + batch)
      let values = evaluate(function, own.map { ($0, -1) } + own.map { ($0, 1) })
      let width = 2 * own.count
      for (place, input) in own.enumerated() where steps[input] > 0 {
        for output in 0..<outputs {
          let row = output * width + place
          jacobian[output, input] = (values[row + own.count] - values[row]) / (2 * steps[input])
        }
      }
    }
    return (middle, jacobian)
  }

  /// Outputs of some runs: column after column, a run a row.
  private func evaluate(_ function: some DrawFunction, _ moves: [(input: Int, sign: Double)]) -> [Double] {
    let draws = moves.count
    var block = medians.flatMap { Array(repeating: $0, count: draws) }
    for (draw, move) in moves.enumerated() where move.sign != 0 {
      block[move.input * draws + draw] += move.sign * steps[move.input]
    }
    return [Double](unsafeUninitializedCapacity: function.outputs * draws) { values, count in
      count = function.outputs * draws
      values.update(repeating: .nan)
      block.withUnsafeBufferPointer { function.evaluate(draws: draws, inputs: $0, outputs: values) }
    }
  }
}
