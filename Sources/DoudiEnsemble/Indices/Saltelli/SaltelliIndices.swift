/// Sobol' indices of all outputs, with errors from independent scrambles.
///
/// ```
/// S_i = V(E(f | x_i)) / V(f)             what input i explains alone
/// T_i = E(V(f | all but x_i)) / V(f)     what it has part in
/// S_ij = V(E(f | x_i, x_j)) / V(f) - S_i - S_j
/// ```
///
/// Inputs and outputs count from zero. Nil where an index is not defined: the output does not vary, no draw
/// of it succeeded, there is no such input or output, pairs were not run. Never NaN.
///
/// Holds: errors are those of the method, from scrambles that know nothing of each other; a normal quantile
/// would be too small for so few, so intervals take Student's. Does not hold: 0 <= S <= T <= 1 for estimates;
/// a negative S is a small one with an error, and is left as it came.
public struct SaltelliIndices: Sendable {
  /// What was run.
  public let design: SaltelliDesign
  /// Outputs of the function.
  public let outputs: Int
  private let centres: [Double]
  private var firsts, totals, interactions, bases: PairMoments
  /// Draws that were left out.
  private var failed: [Int]
  private var failedBase: [Int]

  init(design: SaltelliDesign, outputs: Int, centres: [Double]) {
    (self.design, self.outputs, self.centres) = (design, outputs, centres)
    let cells = design.inputs.count * outputs
    let pairs = design.hasPairs ? design.inputs.count * (design.inputs.count - 1) / 2 * outputs : 0
    firsts = PairMoments(cells: cells)
    totals = PairMoments(cells: cells)
    interactions = PairMoments(cells: pairs)
    bases = PairMoments(cells: outputs)
    failed = Array(repeating: 0, count: cells)
    failedBase = Array(repeating: 0, count: outputs)
  }

  /// Adds a scramble.
  mutating func add(_ sums: SaltelliSums) {
    let base = (0..<outputs).map { sums.base($0) }
    let variances = base.map(\.variance)
    let first = failed.indices.map { sums.first($0) }
    firsts.add(first, variances)
    totals.add(failed.indices.map { sums.total($0) }, variances)
    bases.add(base.map(\.mean), variances)
    for cell in failed.indices { failed[cell] += design.draws - Int(sums.counts[cell]) }
    for output in failedBase.indices { failedBase[output] += design.draws - Int(sums.baseCounts[output]) }
    guard design.hasPairs else { return }
    var values: [Double] = []
    values.reserveCapacity(interactions.cells)
    for i in 0..<design.inputs.count {
      for j in (i + 1)..<max(design.inputs.count, i + 1) {
        for output in 0..<outputs {
          let cell = values.count
          let mean = base[output].mean
          let together = sums.together[cell] / sums.weights[cell] - mean * mean
          values.append(together - first[i * outputs + output] - first[j * outputs + output])
        }
      }
    }
    interactions.add(values, variances)
  }

  /// S: the share of the variance of `output` that `input` explains alone.
  public func first(input: Int, output: Int) -> ReplicateEstimate? {
    cell(input, output).flatMap(firsts.ratio)
  }

  /// T: the share that goes away only when `input` is known together with all others; at least S.
  public func total(input: Int, output: Int) -> ReplicateEstimate? {
    cell(input, output).flatMap(totals.ratio)
  }

  /// S_ij: the share that two inputs explain together and neither alone; nil unless pairs were run.
  public func interaction(_ input: Int, _ other: Int, output: Int) -> ReplicateEstimate? {
    let (i, j) = (min(input, other), max(input, other))
    guard i != j, cell(i, output) != nil, cell(j, output) != nil else { return nil }
    let pair = i * (2 * design.inputs.count - i - 1) / 2 + (j - i - 1)
    return interactions.ratio(pair * outputs + output)
  }

  /// The mean of an output, in its unit; nil where all its draws failed.
  public func mean(output: Int) -> ReplicateEstimate? {
    guard (0..<outputs).contains(output) else { return nil }
    return bases.estimate(output) { mean, _ in (mean + centres[output], 1, 0) }
  }

  /// The variance of an output, in the square of its unit; nil where all its draws failed.
  public func variance(output: Int) -> ReplicateEstimate? {
    guard (0..<outputs).contains(output) else { return nil }
    return bases.estimate(output) { _, variance in (max(0, variance), 0, 1) }
  }

  /// Base draws that count for nothing, of all scrambles: A or B failed for `output`.
  public func failed(output: Int) -> Int {
    (0..<outputs).contains(output) ? failedBase[output] : 0
  }

  /// Base draws that do not count for the indices of `input`: A, B or A with its column of B failed.
  public func failed(input: Int, output: Int) -> Int {
    let isThere = (0..<design.inputs.count).contains(input) && (0..<outputs).contains(output)
    return isThere ? failed[input * outputs + output] : 0
  }

  /// The place of an index that is defined.
  private func cell(_ input: Int, _ output: Int) -> Int? {
    guard (0..<design.inputs.count).contains(input), let mean = mean(output: output),
      let variance = variance(output: output),
      OutputScale.varies(variance: variance.value, mean: mean.value)
    else { return nil }
    return input * outputs + output
  }
}
