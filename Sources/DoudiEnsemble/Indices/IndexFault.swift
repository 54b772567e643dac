public import DoudiMatrix

/// Why indices cannot be computed from what was given. A value without text: who knows the scenario words it.
public enum IndexFault: Error, Hashable, Sendable {
  /// A function of another number of inputs than there are distributions.
  case inputs(given: Int, needed: Int)
  /// Fewer or more of something than the method can do with: draws, replicates, inputs, outputs.
  case count(Quantity, given: Int, allowed: ClosedRange<Int>)
  /// Points that cannot be made.
  case sampling(SamplingFault)
  /// A step of differences that is none, in standard deviations.
  case step(Double)
  /// A regression or factorisation without result.
  case matrix(MatrixError)

  /// What there are too few or too many of.
  public enum Quantity: String, Hashable, Sendable {
    /// Uncertain inputs.
    case inputs
    /// Outputs of the function.
    case outputs
    /// Draws of one scramble, or runs of a regression.
    case draws
    /// Independent scrambles.
    case replicates
  }

  static func check(
    _ quantity: Quantity, _ given: Int, _ allowed: ClosedRange<Int>
  ) throws(IndexFault) {
    if !allowed.contains(given) { throw .count(quantity, given: given, allowed: allowed) }
  }

  static func check(_ function: some DrawFunction, inputs: Int) throws(IndexFault) {
    if function.inputs != inputs { throw .inputs(given: inputs, needed: function.inputs) }
    try check(.outputs, function.outputs, 1...(1 << 24))
  }
}

/// What every design of independent scrambles is held to.
struct ScrambleLimits {
  /// The scrambles of a design, each a sequence with two dimensions an input.
  static func check(inputs: Int, draws: Int, replicates: Int) throws(IndexFault) {
    try IndexFault.check(.inputs, inputs, 1...(SobolSequence.largest / 2))
    try IndexFault.check(.draws, draws, 2...(1 << 30))
    try IndexFault.check(.replicates, replicates, 1...(1 << 16))
  }

  static func sequence(dimensions: Int, seed: UInt64, replicate: Int) throws(IndexFault) -> SobolSequence {
    do { return try SobolSequence(dimensions: dimensions, seed: seed, replicate: replicate) } catch {
      throw .sampling(error)
    }
  }
}
