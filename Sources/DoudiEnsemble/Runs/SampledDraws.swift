import DoudiMatrix
public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Draws of a file of uncertain parameters.
///
///     z = L Phi^-1(u)                     national scores, correlated
///     z_r = l_r z + sqrt(1 - l_r^2) e_r   a leaf's own, where the parameter has one for each
///     x = quantile(Phi(z))
///
/// Draw d belongs to replicate d / (count / replicates), an independent scramble (or design, or stream).
public struct SampledDraws: ParameterDraws {
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

  /// A sampler of a file's parameters over leaf regions.
  /// - Parameters:
  ///   - file: the parameters.
  ///   - correlation: correlations of the parameters' scores, positive definite; nil for independent ones.
  ///   - leaves: the leaf regions.
  ///   - method: how points are spread.
  ///   - draws: at least 1; raised to a multiple of the replicates.
  ///   - replicates: at least 1.
  ///   - seed: any number; 0 is a seed.
  /// - Throws: ``SamplingFault`` where there are too many dimensions or draws for the method.
  public init(
    _ file: UncertaintyFile, correlation: CorrelationFactor?, leaves: [String], method: Method, draws: Int,
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
      for leaf in leaves where one.input.regions.isEmpty || one.input.regions.contains(leaf) {
        inputs.append(
          UncertainInput(
            name: one.input.name, regions: [leaf], areas: one.input.areas, effect: one.input.effect))
        sources.append(Column(quantity: position, own: (dimension, loading.value(leaf))))
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

  /// Units of the columns: those of the parameters, and none for factors.
  public var units: [Measure] { sources.map { quantities[$0.quantity].unit } }

  /// The draw of that number.
  public func number(named name: String) -> Int? {
    Int(name).flatMap { (0..<count).contains($0) ? $0 : nil }
  }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    fill(from: draws.lowerBound, step: 1, count: draws.count, into: block)
  }

  /// Fills a block with every `step`-th draw; see ``DrawSource/fill(from:step:count:into:)``.
  public func fill(from first: Int, step: Int, count: Int, into block: UnsafeMutableBufferPointer<Double>) {
    guard step > 0, block.count == inputs.count * count else { return block.update(repeating: .nan) }
    var item = 0
    while item < count {
      let draw = first + item * step
      let replicate = draw / perReplicate
      let start = draw - replicate * perReplicate
      let items = min(count - item, (perReplicate - start + step - 1) / step)
      fill(
        samplers[replicate], stride(from: start, to: start + items * step, by: step), items, into: block,
        width: count, offset: item)
      item += items
    }
  }

  private func fill(
    _ points: any PointSet, _ draws: StrideTo<Int>, _ length: Int,
    into block: UnsafeMutableBufferPointer<Double>, width: Int, offset: Int
  ) {
    let scores = nationalScores(points, draws, length)
    for (position, column) in sources.enumerated() {
      let start = position * width + offset
      let target = UnsafeMutableBufferPointer(rebasing: block[start..<(start + length)])
      let national = column.quantity * length
      let distribution = quantities[column.quantity].distribution
      guard let own = column.own else {
        for i in 0..<length { target[i] = scores[national + i] }
        distribution.apply(toNormals: target)
        continue
      }
      Self.fill(points, draws, length, own.dimension, target)
      NormalQuantile.apply(to: target)
      let rest = (1 - own.loading * own.loading).squareRoot()
      for i in 0..<length { target[i] = own.loading * scores[national + i] + rest * target[i] }
      distribution.apply(toNormals: target)
    }
  }

  /// The parameters' scores, correlated: normal numbers, one column a parameter.
  private func nationalScores(_ points: any PointSet, _ draws: StrideTo<Int>, _ length: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: quantities.count * length) { buffer, count in
      count = quantities.count * length
      for dimension in quantities.indices {
        let start = dimension * length
        Self.fill(
          points, draws, length, dimension,
          UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + length)]))
      }
      let whole = UnsafeMutableBufferPointer(rebasing: buffer[0..<count])
      if let copula { copula.normals(in: whole, draws: length) } else { NormalQuantile.apply(to: whole) }
    }
  }

  /// Neighbours are faster in one go.
  private static func fill(
    _ points: any PointSet, _ draws: StrideTo<Int>, _ length: Int, _ dimension: Int,
    _ target: UnsafeMutableBufferPointer<Double>
  ) {
    var own = draws.makeIterator()
    guard let first = own.next() else { return }
    if let second = own.next(), second != first + 1 {
      points.fill(draws: draws, dimension: dimension, into: target)
    } else {
      points.fill(draws: first..<(first + length), dimension: dimension, into: target)
    }
  }
}
