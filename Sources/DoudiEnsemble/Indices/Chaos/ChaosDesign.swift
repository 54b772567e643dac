import DoudiMatrix

/// Runs for a polynomial chaos: some hundred points of one scrambled Sobol' sequence, and more of the same sequence
/// where they do not suffice; from them the indices of all outputs follow by regression.
///
/// ```
/// f(x) = sum of c_a term_a(x)       c by least squares over the runs; terms of ChaosTerm
/// ```
///
/// It begins with all terms of degree 2. Where the error of an output is above ``bound``, runs are multiplied by four
/// and terms of higher degree come in the order of ChaosOrder, until all errors are below it or there are ``most`` runs.
///
/// Sources: Sudret 2008 (Reliability Engineering and System Safety 93) for indices from the coefficients; Blatman and
/// Sudret 2011 (Journal of Computational Physics 230) for terms chosen by cross-validation.
public struct ChaosDesign: Hashable, Sendable {
  /// The share of the variance that a fit may miss, with twice its standard error, for indices within 0.01.
  public static let bound = 0.005
  /// Runs to begin with at least: what fewer runs do not meet, no error can know of.
  public static let least = 256
  /// Runs beyond which no more come by themselves.
  public static let most = 4096
  /// Numbers that responses may be; beyond that runs are not multiplied: one gibibyte.
  private static let room = 1 << 27
  /// Terms of the largest basis.
  private static let terms = 512

  /// The inputs; independent by their type.
  public let inputs: IndependentInputs
  /// Runs of the function that it begins with.
  public let runs: Int
  /// What the scramble comes from; any number.
  public let seed: UInt64
  /// Whether runs are as given, not more.
  public let isFixed: Bool
  let basis: ChaosBasis

  /// Functions of the first basis: 1 + 2K + K (K - 1) / 2, fewer where inputs have one or two values; 1 + 2K where
  /// those would be more than 256.
  public var terms: Int { basis.terms.count }

  /// A design; nothing is drawn yet.
  /// - Parameters:
  ///   - inputs: at least one.
  ///   - runs: exactly so many, more than there are terms; nil for the least power of two that is twice as many and
  ///     256 at least, and more where they do not suffice.
  ///   - seed: what the scramble comes from; any number.
  /// - Throws: ``IndexFault/count(_:given:allowed:)``.
  public init(inputs: IndependentInputs, runs: Int? = nil, seed: UInt64) throws(IndexFault) {
    try IndexFault.check(.inputs, inputs.count, 1...1000)
    basis = ChaosBasis(inputs)
    var usual = Self.least
    while usual < 2 * basis.terms.count { usual *= 2 }
    self.runs = runs ?? usual
    isFixed = runs != nil
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
    var responses = Responses(outputs: function.outputs)
    responses.extend(to: runs, by: function, inputs, points, threads: threads)
    var fit = try regression(basis, [basis.terms.count], responses, points).fit(self, threads: threads)
    while !fit.isReliable, let next = next(after: fit) {
      responses.extend(to: next, by: function, inputs, points, threads: threads)
      let largest = min(Self.terms, next / 4)
      let chosen = ChaosBasis(basis.polynomials, ChaosOrder(fit).terms(largest))
      let count = chosen.terms.count
      let sizes = Set([count / 8, count / 4, count / 2, count]).filter { $0 > inputs.count }.sorted()
      fit = try regression(chosen, sizes, responses, points).fit(self, threads: threads)
    }
    return fit
  }

  /// Runs of a fit to follow; nil where none does.
  private func next(after fit: ChaosFit) -> Int? {
    if isFixed { return fit.basis == basis && runs / 4 >= basis.terms.count ? runs : nil }
    let next = min(fit.runs * 4, Self.most)
    return next > fit.runs && next <= Self.room / fit.outputs ? next : nil
  }

  private func regression(
    _ basis: ChaosBasis, _ sizes: [Int], _ responses: Responses, _ points: SobolSequence
  ) -> ChaosRegression {
    let count = inputs.count * responses.draws
    let values = DrawBuffer(count)
    inputs.fill(values.values.part(count), draws: 0..<responses.draws, of: points)
    let design = basis.design(values.values.read(count), draws: responses.draws)
    return ChaosRegression(basis: basis, design: design, responses: responses, sizes: sizes)
  }
}
