/// Effects of every input on every output, with errors from independent scrambles: which inputs may be left
/// as they are.
///
/// ```
/// mu = mean of effects,   mu* = mean of |effects|,   sigma = sd of effects
/// ```
///
/// In the unit of the output, for a move through the whole range of the input (probability 0 to 1). Inputs
/// and outputs count from zero; nil where there is no such one or no effect that did not fail.
///
/// Holds: mu* = 0 for an input that does not matter; sigma = 0 beside mu for one that is linear in its
/// probability. Does not hold: shares of variance; those are Sobol's.
public struct MorrisScreening: Sendable {
  /// What was run.
  public let design: MorrisDesign
  /// Outputs of the function.
  public let outputs: Int
  /// mean of squares and mean; mean of magnitudes.
  private var spreads, magnitudes: PairMoments
  private var counts: [Int]

  init(design: MorrisDesign, outputs: Int) {
    (self.design, self.outputs) = (design, outputs)
    let cells = design.inputs.count * outputs
    spreads = PairMoments(cells: cells)
    magnitudes = PairMoments(cells: cells)
    counts = Array(repeating: 0, count: cells)
  }

  mutating func add(_ sums: MorrisSums) {
    let means = zip(sums.effects, sums.counts).map { $0 / $1 }
    spreads.add(zip(sums.squares, sums.counts).map { $0 / $1 }, means)
    magnitudes.add(zip(sums.magnitudes, sums.counts).map { $0 / $1 }, [0])
    for cell in counts.indices { counts[cell] += Int(sums.counts[cell]) }
  }

  /// mu: the mean effect; its sign says which way the output goes.
  public func mean(input: Int, output: Int) -> ReplicateEstimate? {
    cell(input, output).flatMap(spreads.second)
  }

  /// mu*: the mean size of effects, which does not cancel.
  public func magnitude(input: Int, output: Int) -> ReplicateEstimate? {
    cell(input, output).flatMap(magnitudes.first)
  }

  /// sigma: how much the effect depends on where the inputs are; curves and joint effects.
  public func deviation(input: Int, output: Int) -> ReplicateEstimate? {
    guard let cell = cell(input, output), counts[cell] > 1 else { return nil }
    let factor = Double(counts[cell]) / Double(counts[cell] - 1)
    return spreads.estimate(cell) { square, mean in
      let variance = (square - mean * mean) * factor
      // What is left of equal effects is rounding.
      guard variance > 1e-24 * square else { return (0, 0, 0) }
      let deviation = variance.squareRoot()
      return (deviation, factor / (2 * deviation), -mean * factor / deviation)
    }
  }

  /// Points that do not count for an effect: the run at the point or the one beside it failed.
  public func failed(input: Int, output: Int) -> Int {
    cell(input, output).map { design.replicates * design.points - counts[$0] } ?? 0
  }

  private func cell(_ input: Int, _ output: Int) -> Int? {
    guard (0..<design.inputs.count).contains(input), (0..<outputs).contains(output) else { return nil }
    return input * outputs + output
  }
}
