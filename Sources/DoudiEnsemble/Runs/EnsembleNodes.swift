public import DoudiModel
public import DoudiUnits

/// The regions that have figures: all leaves in their order, then their parents up to the root.
public struct EnsembleNodes: Sendable {
  /// Codes: leaves, then parents from the root down.
  public let codes: [RegionCode]
  /// How many are leaves.
  public let leafCount: Int
  /// By leaf: positions of the parents above it.
  let parents: [[Int]]

  /// The regions of a model; a scenario of one leaf has no parents.
  public init(_ model: Model) {
    let (tree, leaves) = (model.space.tree, model.space.leaves.map(\.code))
    let above = tree.regions.map(\.code).filter { !tree.isLeaf($0) }
    let position = Dictionary(
      uniqueKeysWithValues: above.enumerated().map { ($1, $0 + leaves.count) })
    (codes, leafCount) = (leaves + above, leaves.count)
    parents = leaves.map { leaf in tree.ancestors(of: leaf).compactMap { position[$0.code] } }
  }

  /// The whole scenario.
  public var root: Int { codes.count == 1 ? 0 : leafCount }
}
