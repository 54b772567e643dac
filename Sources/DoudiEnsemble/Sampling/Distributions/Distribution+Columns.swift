/// Whole columns of draws at once.
extension Distribution {
  /// Replaces every u of `column` by ``quantile(_:)`` of it.
  public func apply(to column: UnsafeMutableBufferPointer<Double>) {
    guard bounds == nil else {
      apply(shape.family, to: column)
      return
    }
    switch shape {
    case .normal, .logNormal:
      NormalQuantile.apply(to: column)
      apply(toNormals: column)
    case .uniform(let family): apply(family, to: column)
    case .triangular(let family): apply(family, to: column)
    case .splitNormal(let family): apply(family, to: column)
    case .discrete(let family): apply(family, to: column)
    }
  }

  /// Replaces every standard normal number z of `column` by `quantile(Phi(z))`; where the family is
  /// normal or lognormal without the way through Phi.
  public func apply(toNormals column: UnsafeMutableBufferPointer<Double>) {
    switch (shape, bounds) {
    case (.normal(let family), nil):
      let (mean, deviation) = (family.mean, family.standardDeviation)
      for i in column.indices { column[i] = mean + deviation * column[i] }
    case (.logNormal(let family), nil):
      for i in column.indices { column[i] = family.value(normal: column[i]) }
    default:
      NormalProbability.apply(to: column)
      apply(to: column)
    }
  }

  private func apply(_ family: some DistributionShape, to column: UnsafeMutableBufferPointer<Double>) {
    for i in column.indices { column[i] = quantile(of: family, column[i]) }
  }

  @inline(__always)
  private func quantile(of family: some DistributionShape, _ u: Double) -> Double {
    guard let bounds else { return family.quantile(u) }
    return clamped(family.quantile(conditioned(u)), bounds)
  }
}
