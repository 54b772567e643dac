public import DoudiInputs
public import DoudiUnits

/// One (region, area): the place where standards hold, people are counted and money is paid.
public struct Cell: Hashable, Sendable {
  /// Position of the region in ``CellSpace/leaves``.
  public let leaf: Int
  /// Key of the leaf region.
  public let region: RegionCode
  /// Urban, rural, or the whole region.
  public let area: Area
}

/// All cells of a scenario in one fixed order: leaves by code, areas urban < rural < all.
///
/// Each leaf has the area cells its row names and, besides, one cell for the whole
/// region (`all`), where rules that know no area (posts, reserves) keep their money.
/// The order does not depend on the order of rows in any file.
public struct CellSpace: Sendable {
  /// The regions.
  public let tree: RegionTree
  /// Leaf regions by code.
  public let leaves: [Region]
  /// Every cell; the index into this array is what the rest of the model passes around.
  public let cells: [Cell]
  /// Cells in which people live: a leaf's named areas.
  public let people: [Int]
  /// By leaf: the cell of the whole region.
  public let whole: [Int]
  /// By leaf: its region and those above it, the nearest first.
  private let lineage: [[RegionCode]]
  private let byKey: [Cell: Int]
  private let leafPosition: [RegionCode: Int]

  /// Lays out the cells of `tree`.
  public init(tree: RegionTree) {
    self.tree = tree
    leaves = tree.leaves
    var cells: [Cell] = []
    var people: [Int] = []
    var whole: [Int] = []
    for (leaf, region) in leaves.enumerated() {
      for area in Set(region.areas + [.all]).sorted() {
        if region.areas.contains(area) { people.append(cells.count) }
        if area == .all { whole.append(cells.count) }
        cells.append(Cell(leaf: leaf, region: region.code, area: area))
      }
    }
    (self.cells, self.people, self.whole) = (cells, people, whole)
    lineage = leaves.map { [$0.code] + tree.ancestors(of: $0.code).map(\.code) }
    leafPosition = Dictionary(uniqueKeysWithValues: leaves.enumerated().map { ($1.code, $0) })
    byKey = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
  }

  /// The region of a cell and those above it, the nearest first.
  func regions(of cell: Int) -> [RegionCode] { lineage[cells[cell].leaf] }

  /// The cell of the same leaf in another area, nil where the leaf has none.
  public func sibling(of cell: Int, in area: Area) -> Int? {
    byKey[Cell(leaf: cells[cell].leaf, region: cells[cell].region, area: area)]
  }

  /// The cell of a leaf and area.
  public func index(region: RegionCode, area: Area) -> Int? {
    guard let leaf = leafPosition[region] else { return nil }
    return byKey[Cell(leaf: leaf, region: region, area: area)]
  }

  /// The cells of the whole region of all leaves below a region, or of itself.
  public func cells(under region: RegionCode) -> [Int] {
    tree.leaves(under: region).compactMap { leafPosition[$0.code].map { whole[$0] } }
  }

  /// Cells with people in one leaf.
  public func people(inLeaf leaf: Int) -> [Int] {
    leaves[leaf].areas.sorted().compactMap { area in
      byKey[Cell(leaf: leaf, region: leaves[leaf].code, area: area)]
    }
  }
}
