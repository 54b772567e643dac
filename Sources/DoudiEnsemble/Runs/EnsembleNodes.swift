public import DoudiModel
import DoudiUnits

/// The regions that have figures: all leaves in their order, then their parents from the root down.
public struct EnsembleNodes: Sendable {
  /// Names: codes, or what a yearly scenario calls its regions.
  public let names: [String]
  /// How many are leaves.
  public let leafCount: Int
  /// By leaf: positions of the parents above it.
  let parents: [[Int]]
  /// By region: how many are above it.
  public let depths: [Int]

  /// The regions of a model; a scenario of one leaf has no parents.
  public init(_ model: Model) {
    let (tree, leaves) = (model.space.tree, model.space.leaves.map(\.code))
    let above = tree.regions.map(\.code).filter { !tree.isLeaf($0) }
    let position = Dictionary(
      uniqueKeysWithValues: above.enumerated().map { ($1, $0 + leaves.count) })
    (names, leafCount) = ((leaves + above).map(\.text), leaves.count)
    depths = (leaves + above).map { tree.ancestors(of: $0).count }
    parents = leaves.map { leaf in tree.ancestors(of: leaf).compactMap { position[$0.code] } }
  }

  /// Regions side by side, and the whole of them under a name; one region is its own whole.
  public init(regions: [String], whole: String) {
    leafCount = regions.count
    names = regions.count == 1 ? regions : regions + [whole]
    depths = regions.map { _ in regions.count == 1 ? 0 : 1 } + (regions.count == 1 ? [] : [0])
    parents = regions.map { _ in regions.count == 1 ? [] : [regions.count] }
  }

  /// Regions whose parents' figures are at hand.
  public init(names: [String], leafCount: Int, depths: [Int]) {
    (self.names, self.leafCount, self.depths) = (names, min(leafCount, names.count), depths)
    parents = []
  }

  /// True where a region has a figure: parents have none of some outputs, leaves of some others.
  public func has(_ node: Int, _ output: DrawOutput) -> Bool {
    switch output.parent {
    case .sum, .least: true
    case .none: node < leafCount
    case .depth(let depth): node >= leafCount && depths[node] == depth
    }
  }

  /// Position of the whole scenario.
  public var root: Int { names.count == 1 ? 0 : leafCount }
}
