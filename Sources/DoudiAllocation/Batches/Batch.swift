public import DoudiUnits

/// Money of an earlier batch, as it was sent.
public struct SentBatch: Hashable, Sendable {
  /// Its name, unique.
  public let name: String
  /// Units of each row; negative where a batch took money back.
  public let amounts: [Int64]

  /// A batch by name.
  public init(_ name: String, _ amounts: [Int64]) { (self.name, self.amounts) = (name, amounts) }
}

/// The batch to be split.
public struct Batch: Hashable, Sendable {
  /// How much it brings.
  public enum Size: Hashable, Sendable {
    /// Units; negative for a cut.
    case pot(Int64)
    /// All batches together reach this share of the entitlements, rounded down.
    case cumulativeShare(Rational)
  }

  /// How much of what a row was sent it may lose.
  public enum Takeback: Hashable, Sendable {
    /// Nothing: a batch gives or leaves.
    case none
    /// All that was sent.
    case all
    /// At most so many units of each row, and no more than was sent.
    case upTo([Int64])
  }

  /// Its name, unlike any earlier one.
  public var name: String
  /// How much it brings.
  public var size: Size
  /// How much it may take back.
  public var takeback: Takeback

  /// A batch that takes nothing back unless told.
  public init(_ name: String, _ size: Size, takeback: Takeback = .none) {
    (self.name, self.size, self.takeback) = (name, size, takeback)
  }
}
