/// Runs for Shapley effects of correlated inputs.
///
/// A set J of inputs is worth the variance that knowing them takes away, c(J) = V(E(f | x_J)). Input i gets
/// what it adds to the sets before it, averaged over all orders in which inputs become known:
///
/// ```
/// effect_i = mean over orders of c(before and i) - c(before)            sum of effects = V(f)
/// c(J) = V - D_J,  D_J = E (f(x) - f(x'))^2 / 2,   x'_J = x_J, the rest of x' drawn anew given x_J
/// ```
///
/// Sources: Owen 2014 and Song, Nelson and Staum 2016 (SIAM/ASA Journal on Uncertainty Quantification 2 and
/// 4). The conditional draws are normal numbers of the Gaussian copula; x and x' are 2K dimensions of one
/// scrambled Sobol' sequence.
public struct ShapleyDesign: Hashable, Sendable {
  /// How orders are averaged.
  public enum Orders: Hashable, Sendable {
    /// All of them, through all sets: R N 2^K runs.
    case all
    /// One for each 8 to 32 draws, evenly chosen in groups of 2K: R N (K + 1) runs.
    case random
  }

  /// Inputs up to which ``Orders/all`` is usual.
  public static let usualForAll = 12
  /// Inputs up to which ``Orders/all`` is possible.
  public static let mostForAll = 20

  /// The inputs, and what joins them.
  public let inputs: CorrelatedInputs
  /// Draws of one scramble, N; a power of two is best, for random orders at least 64K.
  public let draws: Int
  /// Independent scrambles, R.
  public let replicates: Int
  /// How orders are averaged.
  public let orders: Orders
  /// What scrambles and orders come from; any number.
  public let seed: UInt64

  /// A design; nothing is drawn yet.
  /// - Parameters:
  ///   - inputs: at least one.
  ///   - draws: of one scramble.
  ///   - replicates: independent scrambles.
  ///   - orders: nil for all of them up to 12 inputs and random ones beyond.
  ///   - seed: what scrambles and orders come from; any number.
  /// - Throws: ``IndexFault/count(_:given:allowed:)``.
  public init(
    inputs: CorrelatedInputs, draws: Int, replicates: Int = 8, orders: Orders? = nil, seed: UInt64
  ) throws(IndexFault) {
    try ScrambleLimits.check(inputs: inputs.count, draws: draws, replicates: replicates)
    self.orders = orders ?? (inputs.count <= Self.usualForAll ? .all : .random)
    if self.orders == .all { try IndexFault.check(.inputs, inputs.count, 1...Self.mostForAll) }
    (self.inputs, self.draws, self.replicates, self.seed) = (inputs, draws, replicates, seed)
  }

  /// Runs of the function.
  public var runs: Int {
    replicates * draws * (orders == .all ? 1 << inputs.count : inputs.count + 1)
  }

  /// Runs `function` and gives the effects of all inputs on all its outputs.
  ///
  /// The same bits for any number of threads. Memory: two blocks of outputs of 64 MB at most or 16 draws, K
  /// numbers and (for all orders) 64 numbers for each output, on each thread.
  /// - Parameters:
  ///   - function: of as many inputs.
  ///   - threads: scrambles that are computed at the same time; nil for as many as there are processors.
  /// - Returns: effects and shares.
  /// - Throws: ``IndexFault/inputs(given:needed:)``, ``IndexFault/count(_:given:allowed:)`` and
  ///   ``IndexFault/matrix(_:)`` where inputs hang together so closely that conditions cannot be computed.
  public func effects(
    of function: some DrawFunction, threads: Int? = nil
  ) throws(IndexFault) -> ShapleyEffects {
    try IndexFault.check(function, inputs: inputs.count)
    let conditions: [ConditionalNormals]
    do {
      conditions = orders == .all ? try ConditionalNormals.all(of: inputs.copula) : []
      if orders == .random {
        _ = try OrderedFactor(inputs.copula, order: Array((0..<inputs.count).reversed()))
      }
    } catch {
      throw .matrix(error)
    }
    var sequences: [SobolSequence] = []
    for replicate in 0..<replicates {
      sequences.append(
        try ScrambleLimits.sequence(dimensions: 2 * inputs.count, seed: seed, replicate: replicate))
    }
    var effects = ShapleyEffects(design: self, outputs: function.outputs)
    let ready = sequences
    OrderedUnits.run(replicates, threads: threads) { replicate in
      switch orders {
      case .all:
        ShapleySubsets(
          design: self, function: function, points: ready[replicate], conditions: conditions
        ).sums()
      case .random:
        ShapleyOrders(
          design: self, function: function, points: ready[replicate], replicate: replicate
        ).sums()
      }
    } consume: { _, sums in
      effects.add(sums)
    }
    return effects
  }
}
