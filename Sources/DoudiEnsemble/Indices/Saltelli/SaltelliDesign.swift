/// Runs for Sobol' indices of all outputs: two samples A and B of N draws from one sequence, and for each
/// input A with that column taken from B.
///
/// ```
/// A = dimensions 0..<K, B = dimensions K..<2K of one scrambled Sobol' sequence;  AB_i = A, column i from B
/// runs = R N (K + 2)            with pairs R N (2K + 2):  BA_i = B, column i from A
/// ```
///
/// Sources: Saltelli et al. 2010 (Computer Physics Communications 181) for the design. One sequence of 2K
/// dimensions and not two of K, which would make B a copy of A. R independent scrambles, for the errors.
/// N should be a power of two: the sequence is even then.
public struct SaltelliDesign: Hashable, Sendable {
  /// The inputs; independent by their type.
  public let inputs: IndependentInputs
  /// Draws of A, and of B, of one scramble: N.
  public let draws: Int
  /// Independent scrambles, R; a single one gives indices without errors.
  public let replicates: Int
  /// Whether BA_i is run, too, for second-order indices.
  public let hasPairs: Bool
  /// What the scrambles come from; any number.
  public let seed: UInt64

  /// A design; nothing is drawn yet.
  /// - Throws: ``IndexFault/count(_:given:allowed:)``.
  public init(
    inputs: IndependentInputs, draws: Int, replicates: Int = 8, seed: UInt64, pairs: Bool = false
  ) throws(IndexFault) {
    try ScrambleLimits.check(inputs: inputs.count, draws: draws, replicates: replicates)
    (self.inputs, self.draws, self.replicates, self.seed) = (inputs, draws, replicates, seed)
    hasPairs = pairs
  }

  /// Runs of the function.
  public var runs: Int { replicates * draws * (hasPairs ? 2 * inputs.count + 2 : inputs.count + 2) }

  /// Runs `function` and gives the indices of all its outputs.
  ///
  /// The same bits for any number of threads. Memory: three blocks of outputs (with pairs 2K + 2) of 64 MB
  /// at most or 16 draws, and 4K numbers for each output, on each thread.
  /// - Parameters:
  ///   - function: of as many inputs.
  ///   - threads: scrambles that are computed at the same time; nil for as many as there are processors.
  /// - Returns: indices, means and variances.
  /// - Throws: ``IndexFault/inputs(given:needed:)``, ``IndexFault/count(_:given:allowed:)``.
  public func indices(of function: some DrawFunction, threads: Int? = nil) throws(IndexFault)
    -> SaltelliIndices
  {
    try IndexFault.check(function, inputs: inputs.count)
    let dimensions = 2 * inputs.count
    var sequences: [SobolSequence] = []
    for replicate in 0..<replicates {
      sequences.append(
        try ScrambleLimits.sequence(dimensions: dimensions, seed: seed, replicate: replicate))
    }
    let centres = centres(of: function, sequences[0])
    var indices = SaltelliIndices(design: self, outputs: function.outputs, centres: centres)
    let ready = sequences
    OrderedUnits.run(replicates, threads: threads) { replicate in
      let scramble = SaltelliScramble(self, function, ready[replicate], centres)
      return scramble.sums()
    } consume: { _, sums in
      indices.add(sums)
    }
    return indices
  }

  /// Centres of the outputs, from the first draws of A of the first scramble.
  private func centres(of function: some DrawFunction, _ points: SobolSequence) -> [Double] {
    let pilot = min(draws, 16)
    let (values, results) = (DrawBuffer(inputs.count * pilot), DrawBuffer(function.outputs * pilot))
    inputs.fill(values.values, draws: 0..<pilot, of: points)
    function.preview(
      draws: pilot, inputs: values.values.read(inputs.count * pilot),
      outputs: results.values.part(function.outputs * pilot))
    return OutputScale.centres(of: results.values, outputs: function.outputs, draws: pilot)
  }
}
