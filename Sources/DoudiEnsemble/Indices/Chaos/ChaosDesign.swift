import DoudiMatrix

/// Runs for a polynomial chaos of degree 2: a few hundred points of one scrambled Sobol' sequence, from which
/// the indices of all outputs follow by one regression.
///
/// ```
/// f(x) = sum of c_a term_a(x)       c by least squares over the runs; terms of ChaosTerm
/// ```
///
/// Source: Sudret 2008 (Reliability Engineering and System Safety 93) for indices from the coefficients.
public struct ChaosDesign: Hashable, Sendable {
  /// The inputs; independent by their type.
  public let inputs: IndependentInputs
  /// Runs of the function.
  public let runs: Int
  /// What the scramble comes from; any number.
  public let seed: UInt64
  let basis: ChaosBasis

  /// Functions of the basis: 1 + 2K + K (K - 1) / 2, fewer where inputs have one or two values.
  public var terms: Int { basis.terms.count }

  /// A design; nothing is drawn yet.
  /// - Parameters:
  ///   - inputs: at least one.
  ///   - runs: more than there are terms; nil for the least power of two that is twice as many.
  ///   - seed: what the scramble comes from; any number.
  /// - Throws: ``IndexFault/count(_:given:allowed:)``.
  public init(inputs: IndependentInputs, runs: Int? = nil, seed: UInt64) throws(IndexFault) {
    // The basis of 1,000 inputs has half a million terms.
    try IndexFault.check(.inputs, inputs.count, 1...1000)
    basis = ChaosBasis(inputs)
    var usual = 16
    while usual < 2 * basis.terms.count { usual *= 2 }
    self.runs = runs ?? usual
    try IndexFault.check(.draws, self.runs, (basis.terms.count + 1)...(1 << 24))
    (self.inputs, self.seed) = (inputs, seed)
  }

  /// Runs `function` and fits all its outputs.
  ///
  /// The same bits for any number of threads. Memory: runs times outputs, and on each thread a block of 64
  /// outputs of all runs at most 64 MB.
  /// - Parameters:
  ///   - function: of as many inputs.
  ///   - threads: parts that are computed at the same time; nil for as many as there are processors.
  /// - Returns: the coefficients, with what they say.
  /// - Throws: ``IndexFault/inputs(given:needed:)``, ``IndexFault/count(_:given:allowed:)`` and
  ///   ``IndexFault/matrix(_:)`` where terms cannot be told apart from these runs.
  public func fit(_ function: some DrawFunction, threads: Int? = nil) throws(IndexFault) -> ChaosFit {
    try IndexFault.check(function, inputs: inputs.count)
    let points = try ScrambleLimits.sequence(dimensions: inputs.count, seed: seed, replicate: 0)
    let responses = Responses(of: function, inputs, points, draws: runs, threads: threads)
    let values = DrawBuffer(inputs.count * runs)
    inputs.fill(values.values.part(inputs.count * runs), draws: 0..<runs, of: points)
    let matrix = basis.design(values.values.read(inputs.count * runs), draws: runs)
    return try ChaosRegression(basis: basis, design: matrix, responses: responses).fit(self, threads: threads)
  }
}
