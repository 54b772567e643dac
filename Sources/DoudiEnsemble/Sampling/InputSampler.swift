/// Draws of all uncertain inputs: points of the unit cube, correlated or not, as values in the units
/// of the inputs.
///
/// It has no state and holds no draws: a block is filled when it is asked for, wherever that is, and
/// has the same bits each time.
public struct InputSampler: Sendable {
  /// The points; coordinate d belongs to input d.
  public let points: any PointSet
  /// One distribution for each input.
  public let distributions: [Distribution]
  /// What joins the inputs; nil for independent ones.
  public let copula: GaussianCopula?

  /// A sampler of as many inputs as there are distributions; points and copula have as many dimensions.
  public init(
    points: any PointSet, distributions: [Distribution], copula: GaussianCopula? = nil
  ) throws(SamplingFault) {
    let needed = copula?.dimensions ?? distributions.count
    if distributions.count != points.dimensions {
      throw .distributions(given: distributions.count, needed: points.dimensions)
    }
    if distributions.count != needed {
      throw .distributions(given: distributions.count, needed: needed)
    }
    self.points = points
    self.distributions = distributions
    self.copula = copula
  }

  /// Fills `block` with `draws`, input by input: `draws.count` values of the first, then of the second.
  ///
  /// A block of another length than inputs times draws becomes NaN.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    fill(block, draws.count) { points.fill(draws: draws, dimension: $0, into: $1) }
  }

  /// The same for every n-th draw, which is the share of one of n machines: the bits that these draws
  /// have in a run of neighbours.
  public func fill(draws: StrideTo<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    fill(block, draws.underestimatedCount) { points.fill(draws: draws, dimension: $0, into: $1) }
  }

  private func fill(
    _ block: UnsafeMutableBufferPointer<Double>, _ count: Int,
    _ uniforms: (Int, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    guard block.count == count &* distributions.count else {
      block.update(repeating: .nan)
      return
    }
    let columns = distributions.indices.map {
      UnsafeMutableBufferPointer(rebasing: block[$0 &* count..<($0 &+ 1) &* count])
    }
    for (dimension, column) in columns.enumerated() { uniforms(dimension, column) }
    copula?.normals(in: block, draws: count)
    for (distribution, column) in zip(distributions, columns) {
      if copula == nil { distribution.apply(to: column) } else { distribution.apply(toNormals: column) }
    }
  }
}
