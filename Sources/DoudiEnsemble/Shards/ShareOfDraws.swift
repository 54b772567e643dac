/// Some draws of a source, evenly spaced: a shard, or a single one.
public struct ShareOfDraws: DrawSource {
  private let base: any DrawSource
  private let first: Int
  private let step: Int
  /// Draws of the share.
  public let count: Int

  /// Columns of values.
  public var columns: Int { base.columns }
  /// None: the share of a replicate is no replicate.
  public var replicates: Int { 1 }
  /// The draw's name in the whole.
  public func name(of draw: Int) -> String { base.name(of: first + draw * step) }

  /// The draws of a shard.
  public init(_ base: any DrawSource, shard: Shard) {
    (self.base, first, step) = (base, shard.index, shard.count)
    count = shard.draws(of: base.count)
  }

  /// One draw by its number; nil where there is none.
  public init?(_ base: any DrawSource, only draw: Int) {
    guard draw >= 0, draw < base.count else { return nil }
    (self.base, first, step, count) = (base, draw, 1, 1)
  }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    base.fill(from: first + draws.lowerBound * step, step: step, count: draws.count, into: block)
  }
}
