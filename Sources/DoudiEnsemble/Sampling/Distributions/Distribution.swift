/// The distribution of an uncertain input: a family with its parameters, in bounds or without.
///
/// A draw is `quantile(u)` of a number u strictly between 0 and 1. Bounds condition: u is mapped onto
/// the part of (0, 1) that the bounds leave, so no draw is thrown away and a sequence keeps its
/// evenness. `quantile` never falls with u.
public struct Distribution: Hashable, Sendable {
  /// The families.
  public enum Shape: Hashable, Sendable {
    /// Mean and standard deviation.
    case normal(NormalDistribution)
    /// The logarithm is normal.
    case logNormal(LogNormalDistribution)
    /// Equally likely between two bounds.
    case uniform(UniformDistribution)
    /// Two bounds and the most likely value.
    case triangular(TriangularDistribution)
    /// Two halves of normal distributions.
    case splitNormal(SplitNormalDistribution)
    /// Single values.
    case discrete(DiscreteDistribution)
  }

  /// The least share of a distribution that bounds may leave: u is cut into 2^53 steps, and those
  /// that are left should be many.
  public static let leastKept = 1e-6

  /// The family, before the bounds.
  public let shape: Shape
  /// What the values are kept in; nil without bounds. A missing bound is an infinite one.
  public let bounds: ClosedRange<Double>?
  /// P(X < low) and what the bounds leave.
  private let below, kept: Double

  /// A family without bounds.
  public init(_ shape: Shape) {
    self.init(shape, nil, below: 0, kept: 1)
  }

  /// A family in bounds; a missing bound is none.
  public init(_ shape: Shape, low: Double? = nil, high: Double? = nil) throws(DistributionFault) {
    if let low { try DistributionFault.finite(low, "low") }
    if let high { try DistributionFault.finite(high, "high") }
    let bounds = try Self.range(low ?? -.infinity, high ?? .infinity)
    if bounds == -.infinity ... .infinity {
      self.init(shape)
    } else if case .discrete(let list) = shape {
      self.init(.discrete(try list.truncated(to: bounds)), bounds, below: 0, kept: 1)
    } else {
      let below = shape.family.cumulative(bounds.lowerBound)
      let kept = shape.family.cumulative(bounds.upperBound) - below
      if !(kept >= Self.leastKept) { throw DistributionFault("bounds", .keepsTooLittle(kept)) }
      self.init(shape, bounds, below: below, kept: kept)
    }
  }

  private init(_ shape: Shape, _ bounds: ClosedRange<Double>?, below: Double, kept: Double) {
    (self.shape, self.bounds, self.below, self.kept) = (shape, bounds, below, kept)
  }

  private static func range(_ low: Double, _ high: Double) throws(DistributionFault) -> ClosedRange<Double> {
    if !(low < high) { throw DistributionFault("high", .notAbove("low")) }
    return low...high
  }

  /// The value that a draw is below with probability u; NaN for u outside (0, 1).
  public func quantile(_ u: Double) -> Double {
    guard let bounds else { return shape.family.quantile(u) }
    return clamped(shape.family.quantile(conditioned(u)), bounds)
  }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double {
    guard let bounds else { return shape.family.cumulative(x) }
    if x < bounds.lowerBound { return 0 }
    return x >= bounds.upperBound ? 1 : min(1, (shape.family.cumulative(x) - below) / kept)
  }

  /// The expectation, in closed form.
  public var mean: Double {
    guard let (family, moments) = part else { return shape.family.mean }
    return family.origin + family.scale * moments.mean
  }

  /// The root of the variance, in closed form.
  public var standardDeviation: Double {
    guard let (family, moments) = part else { return shape.family.standardDeviation }
    return family.scale * moments.standardDeviation
  }

  /// The family's moments between the bounds; nil without bounds.
  private var part: (any PartialMoments, Moments)? {
    guard let bounds, let family = shape.family as? any PartialMoments else { return nil }
    return (family, family.moments(to: bounds.upperBound) - family.moments(to: bounds.lowerBound))
  }

  /// u moved into the part of (0, 1) that the bounds leave; below 1, which rounding could reach.
  func conditioned(_ u: Double) -> Double { min(below + u * kept, UnitInterval.belowOne) }

  func clamped(_ x: Double, _ bounds: ClosedRange<Double>) -> Double {
    // A NaN stays what it is.
    x < bounds.lowerBound ? bounds.lowerBound : x > bounds.upperBound ? bounds.upperBound : x
  }
}

extension Distribution.Shape {
  /// The family as what every family is.
  public var family: any DistributionShape {
    switch self {
    case .normal(let family): family
    case .logNormal(let family): family
    case .uniform(let family): family
    case .triangular(let family): family
    case .splitNormal(let family): family
    case .discrete(let family): family
    }
  }
}
