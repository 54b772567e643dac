/// Runs for a screening: at each of T points every input is moved by itself, far, and put back.
///
/// ```
/// u' = u_i + d  (less 1 where that is above 1),   d from 1/4 to 3/4
/// effect_i = (f(u with u'_i) - f(u)) / (u'_i - u_i)        u: probabilities of the inputs
/// runs = R T (K + 1)
/// ```
///
/// Sources: Morris 1991 (Technometrics 33); the star around each point instead of a walk follows Campolongo,
/// Saltelli and Cariboni 2011 (Computer Physics Communications 182). Points and steps are the 2K dimensions of
/// one scrambled Sobol' sequence. A step that is a fixed part of the range would miss whatever repeats with
/// it; one that may be very small would blow up jumps. Both ends of a step are evenly distributed.
public struct MorrisDesign: Hashable, Sendable {
  /// The inputs; independent by their type.
  public let inputs: IndependentInputs
  /// Points of one scramble, T.
  public let points: Int
  /// Independent scrambles, R.
  public let replicates: Int
  /// What the scrambles come from; any number.
  public let seed: UInt64

  /// A design; nothing is drawn yet.
  /// - Throws: ``IndexFault/count(_:given:allowed:)``.
  public init(
    inputs: IndependentInputs, points: Int = 4, replicates: Int = 8, seed: UInt64
  ) throws(IndexFault) {
    try ScrambleLimits.check(inputs: inputs.count, draws: points, replicates: replicates)
    (self.inputs, self.points, self.replicates, self.seed) = (inputs, points, replicates, seed)
  }

  /// Runs of the function.
  public var runs: Int { replicates * points * (inputs.count + 1) }

  /// Runs `function` and screens all its outputs.
  ///
  /// The same bits for any number of threads. Memory as ``SaltelliDesign/indices(of:threads:)``.
  /// - Parameters:
  ///   - function: of as many inputs.
  ///   - threads: scrambles that are computed at the same time; nil for as many as there are processors.
  /// - Returns: effects of all inputs on all outputs.
  /// - Throws: ``IndexFault/inputs(given:needed:)``, ``IndexFault/count(_:given:allowed:)``.
  public func screening(
    of function: some DrawFunction, threads: Int? = nil
  ) throws(IndexFault) -> MorrisScreening {
    try IndexFault.check(function, inputs: inputs.count)
    var sequences: [SobolSequence] = []
    for replicate in 0..<replicates {
      sequences.append(
        try ScrambleLimits.sequence(dimensions: 2 * inputs.count, seed: seed, replicate: replicate))
    }
    var screening = MorrisScreening(design: self, outputs: function.outputs)
    let ready = sequences
    OrderedUnits.run(replicates, threads: threads) { replicate in
      MorrisScramble(design: self, function: function, points: ready[replicate]).sums()
    } consume: { _, sums in
      screening.add(sums)
    }
    return screening
  }
}
