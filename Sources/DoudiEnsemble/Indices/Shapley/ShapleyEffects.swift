/// Shapley effects of all inputs on all outputs, with errors from independent scrambles.
///
/// Inputs and outputs count from zero. Nil where an effect is not defined: no draws succeeded, there is no
/// such input or output; shares also where the output does not vary. Never NaN.
///
/// Holds: effects add up to the variance and shares to 1, to rounding; an effect is not below 0 but for chance;
/// for independent inputs it lies between first and total index. Does not hold: that an input without influence
/// has no effect. One that moves with an influential input tells about it, and shares its effect.
public struct ShapleyEffects: Sendable {
  /// What was run.
  public let design: ShapleyDesign
  /// Outputs of the function.
  public let outputs: Int
  /// Output by output, within an output input by input: effect and variance.
  private var effects: PairMoments
  /// Mean and variance of each output.
  private var bases: PairMoments
  private var failed: [Int]

  init(design: ShapleyDesign, outputs: Int) {
    (self.design, self.outputs) = (design, outputs)
    effects = PairMoments(cells: design.inputs.count * outputs)
    bases = PairMoments(cells: outputs)
    failed = Array(repeating: 0, count: outputs)
  }

  mutating func add(_ sums: ShapleySums) {
    let number = Double(design.draws)
    let variances = sums.variances.map { $0 / number }
    let repeated = variances.flatMap { Array(repeating: $0, count: design.inputs.count) }
    effects.add(sums.effects.map { $0 / number }, repeated)
    bases.add(zip(sums.sums, sums.counts).map { $0 / $1 }, variances)
    for output in failed.indices { failed[output] += sums.failed[output] }
  }

  /// The part of the variance that is an input's, in the square of the output's unit.
  public func effect(input: Int, output: Int) -> ReplicateEstimate? {
    cell(input, output).flatMap(effects.first)
  }

  /// The same as a share of the variance.
  public func share(input: Int, output: Int) -> ReplicateEstimate? {
    guard let cell = cell(input, output), let base = bases.first(output),
      let variance = bases.second(output),
      OutputScale.varies(variance: variance.value, mean: base.value)
    else { return nil }
    return effects.ratio(cell)
  }

  /// The mean of an output, in its unit.
  public func mean(output: Int) -> ReplicateEstimate? {
    (0..<outputs).contains(output) ? bases.first(output) : nil
  }

  /// The variance of an output, in the square of its unit: the sum of its effects.
  public func variance(output: Int) -> ReplicateEstimate? {
    (0..<outputs).contains(output) ? bases.second(output) : nil
  }

  /// Pairs of runs that do not count since one of them failed for `output`.
  public func failed(output: Int) -> Int {
    (0..<outputs).contains(output) ? failed[output] : 0
  }

  private func cell(_ input: Int, _ output: Int) -> Int? {
    guard (0..<design.inputs.count).contains(input), mean(output: output) != nil else { return nil }
    return output * design.inputs.count + input
  }
}
