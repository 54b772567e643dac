import DoudiMatrix
public import DoudiModel
import DoudiUnits

/// Draws of a file of uncertain parameters.
///
///     z = L Phi^-1(u)                     national scores, correlated
///     z_r = l_r z + sqrt(1 - l_r^2) e_r   a leaf's own, where the parameter has one for each
///     x = quantile(Phi(z))
///
/// Draw d belongs to replicate d / (count / replicates), an independent scramble (or design, or stream).
public struct SampledDraws: DrawSource {
  /// How points are spread.
  public enum Method: String, Sendable, CaseIterable {
    /// Scrambled Sobol' sequence.
    case sobol
    /// Latin hypercube.
    case lhs
    /// Plain Monte Carlo.
    case mc
  }

  /// The parameters, in the order of the columns.
  public let inputs: [UncertainInput]
  /// Columns of values.
  public var columns: Int { inputs.count }
  /// Draws in all.
  public let count: Int
  /// Independent replicates.
  public let replicates: Int
  private let samplers: [any PointSet]
  private let quantities: [UncertainQuantity]
  private let sources: [Column]
  private let copula: GaussianCopula?
  private let perReplicate: Int

  /// One column of values.
  private struct Column {
    /// Position of the parameter.
    let quantity: Int
    /// Dimension of the leaf's own draws and its loading; nil for a common parameter.
    let own: (dimension: Int, loading: Double)?
  }

  /// A sampler of a file's parameters over the leaves of a model.
  /// - Parameters:
  ///   - file: the parameters.
  ///   - correlation: correlations of the parameters' scores, positive definite; nil for independent ones.
  ///   - model: gives the leaves.
  ///   - method: how points are spread.
  ///   - draws: at least 1; raised to a multiple of the replicates.
  ///   - replicates: at least 1.
  ///   - seed: any number; 0 is a seed.
  /// - Throws: ``SamplingFault`` where there are too many dimensions or draws for the method.
  public init(
    _ file: UncertaintyFile, correlation: CorrelationFactor?, model: Model, method: Method, draws: Int,
    replicates: Int, seed: UInt64
  ) throws(SamplingFault) {
    quantities = file.inputs
    copula = correlation?.copula
    var (inputs, sources, dimension): ([UncertainInput], [Column], Int) = ([], [], file.inputs.count)
    for (position, one) in file.inputs.enumerated() {
      guard let loading = one.loading else {
        inputs.append(one.input)
        sources.append(Column(quantity: position, own: nil))
        continue
      }
      for leaf in model.space.leaves where one.input.regions.isEmpty || one.input.regions.contains(leaf.code)
      {
        inputs.append(
          UncertainInput(
            name: one.input.name, regions: [leaf.code], areas: one.input.areas, effect: one.input.effect))
        sources.append(Column(quantity: position, own: (dimension, loading.value(leaf.code))))
        dimension += 1
      }
    }
    (self.inputs, self.sources) = (inputs, sources)
    self.replicates = max(1, min(replicates, draws))
    perReplicate = (max(1, draws) + self.replicates - 1) / self.replicates
    count = perReplicate * self.replicates
    var samplers: [any PointSet] = []
    for replicate in 0..<self.replicates {
      samplers.append(
        try Self.points(method, dimension, draws: perReplicate, seed: seed, replicate: replicate))
    }
    self.samplers = samplers
  }

  private static func points(
    _ method: Method, _ dimensions: Int, draws: Int, seed: UInt64, replicate: Int
  ) throws(SamplingFault) -> any PointSet {
    switch method {
    case .sobol: try SobolSequence(dimensions: dimensions, seed: seed, replicate: replicate)
    case .lhs: try LatinHypercube(dimensions: dimensions, draws: draws, seed: seed, replicate: replicate)
    case .mc: try MonteCarlo(dimensions: dimensions, seed: seed, replicate: replicate)
    }
  }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    guard block.count == inputs.count * draws.count else { return block.update(repeating: .nan) }
    var first = draws.lowerBound
    while first < draws.upperBound {
      let replicate = first / perReplicate
      let end = min(draws.upperBound, (replicate + 1) * perReplicate)
      let local = (first - replicate * perReplicate)..<(end - replicate * perReplicate)
      fill(
        samplers[replicate], local, into: block, stride: draws.count, offset: first - draws.lowerBound)
      first = end
    }
  }

  private func fill(
    _ points: any PointSet, _ draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>,
    stride: Int, offset: Int
  ) {
    let length = draws.count
    let scores = nationalScores(points, draws)
    for (position, column) in sources.enumerated() {
      let start = position * stride + offset
      let target = UnsafeMutableBufferPointer(rebasing: block[start..<(start + length)])
      let national = column.quantity * length
      let distribution = quantities[column.quantity].distribution
      guard let own = column.own else {
        for i in 0..<length { target[i] = scores[national + i] }
        distribution.apply(toNormals: target)
        continue
      }
      points.fill(draws: draws, dimension: own.dimension, into: target)
      NormalQuantile.apply(to: target)
      let rest = (1 - own.loading * own.loading).squareRoot()
      for i in 0..<length { target[i] = own.loading * scores[national + i] + rest * target[i] }
      distribution.apply(toNormals: target)
    }
  }

  /// The parameters' scores, correlated: normal numbers, one column a parameter.
  private func nationalScores(_ points: any PointSet, _ draws: Range<Int>) -> [Double] {
    [Double](unsafeUninitializedCapacity: quantities.count * draws.count) { buffer, count in
      count = quantities.count * draws.count
      for dimension in quantities.indices {
        let start = dimension * draws.count
        points.fill(
          draws: draws, dimension: dimension,
          into: UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + draws.count)]))
      }
      let whole = UnsafeMutableBufferPointer(rebasing: buffer[0..<count])
      if let copula { copula.normals(in: whole, draws: draws.count) } else { NormalQuantile.apply(to: whole) }
    }
  }
}
