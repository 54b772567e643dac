/// One of N shares of an ensemble: the draws whose number is `index` modulo `count`.
public struct Shard: Hashable, Sendable {
  /// Number of the share, from 0.
  public let index: Int
  /// How many shares there are.
  public let count: Int

  /// A share; nil unless 0 <= index < count.
  public init?(index: Int, count: Int) {
    guard index >= 0, index < count, count <= 1_000_000 else { return nil }
    (self.index, self.count) = (index, count)
  }

  /// Reads "i/N", i from 0.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, count: count)
  }

  /// How many of `total` draws are its own.
  public func draws(of total: Int) -> Int { max(0, (total - index + count - 1) / count) }

  /// Positions in the share whose draws lie in `draws`.
  public func positions(in draws: Range<Int>) -> Range<Int> {
    let (low, high) = (position(notBelow: draws.lowerBound), position(notBelow: draws.upperBound))
    return low..<max(low, high)
  }

  /// The draw at a position.
  public func draw(at position: Int) -> Int { index + position * count }

  private func position(notBelow draw: Int) -> Int { max(0, (draw - index + count - 1) / count) }
}
