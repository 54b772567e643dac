import DoudiMatrix
public import DoudiModel

/// How the leaf regions move together in one output: covariances over the draws, and their principal components.
///
/// It takes tables as they come, in passes and batches; tables of other outputs leave it as it is.
public final class Comovement {
  /// Most regions: covariances of all pairs are kept.
  public static let mostRegions = 2000

  /// Leaf regions.
  public let regions: [String]
  /// The output.
  public let output: DrawOutput
  /// Position of the output among all.
  public let place: Int
  private var products: CrossProducts

  /// Draws counted.
  public var draws: Int { products.count }
  /// Draws left out: some region has no value in them.
  public var failed: Int { products.failed }

  /// An empty count of the output in its last year; nil where there is no such output, fewer than two leaves, or more
  /// than ``mostRegions``.
  /// - Parameters:
  ///   - nodes: the regions.
  ///   - outputs: all outputs.
  ///   - headline: name of the output.
  public init?(_ nodes: EnsembleNodes, _ outputs: [DrawOutput], of headline: String) {
    guard let place = outputs.lastIndex(where: { $0.name == headline }),
      (2...Self.mostRegions).contains(nodes.leafCount)
    else { return nil }
    (self.place, output) = (place, outputs[place])
    regions = Array(nodes.names.prefix(nodes.leafCount))
    products = CrossProducts(columns: nodes.leafCount)
  }

  /// Takes the draws of a table that has the output.
  /// - Throws: where a product cannot be made.
  public func take(_ table: OutcomeTable) throws {
    // A pass that shows other regions of the same output has the same draws once more.
    guard table.outputRange.contains(place), table.shown.lowerBound == 0 else { return }
    try products.add(
      regions.indices.map { table.draws(node: $0, output: place - table.outputRange.lowerBound) })
  }

  /// Forgets what it has taken.
  public func clear() { products = CrossProducts(columns: regions.count) }

  /// The covariances and components; nil for fewer than two draws.
  /// - Throws: where eigenvalues cannot be had.
  public func result() throws -> RegionalSpread? {
    try products.covariance.map { try RegionalSpread(covariance: $0) }
  }
}
