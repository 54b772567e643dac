public import DoudiUnits

/// The regions of a scenario: leaves carry data, parents are exact sums.
public struct RegionTree: Sendable {
  /// Columns of a region file, in any order.
  public static let columns = ["region", "parent", "name_zh", "name_en", "tier", "areas", "code_system"]

  /// All regions by code.
  public let regions: [Region]
  /// The one region without a parent.
  public let root: Region
  /// Regions without children, by code.
  public let leaves: [Region]
  private let places: [RegionCode: Int]
  private let childPlaces: [[Int]]

  /// Reads a table with the columns ``columns``; nil where it has a fault. All faults are
  /// reported (DD120x, DD124x, DD125x).
  public init?(_ table: CSVTable, into bag: DiagnosticBag) {
    guard let columns = CSVColumns.find(Self.columns, in: table, into: bag) else { return nil }
    var reader = RegionReader(table: table, columns: columns, bag: bag)
    guard let read = reader.readAll() else { return nil }
    self.init(read, at: table.file.startSpan, into: bag)
  }

  /// A tree of these regions, their links checked.
  init?(_ unsorted: [Region], at start: SourceSpan, into bag: DiagnosticBag) {
    let sorted = unsorted.sorted { $0.code < $1.code }
    let places = Dictionary(sorted.enumerated().map { ($1.code, $0) }) { first, _ in first }
    var children: [[Int]] = Array(repeating: [], count: sorted.count)
    for (index, region) in sorted.enumerated() {
      if let parent = region.parent, let place = places[parent] { children[place].append(index) }
    }
    let check = RegionCheck(regions: sorted, places: places, children: children, bag: bag)
    guard let root = check.root(at: start) else { return nil }
    regions = sorted
    self.root = root
    self.places = places
    childPlaces = children
    leaves = sorted.indices.filter { children[$0].isEmpty }.map { sorted[$0] }
  }

  /// The region of a code; nil where there is none.
  public func region(_ code: RegionCode) -> Region? { places[code].map { regions[$0] } }

  /// True for a region without children.
  public func isLeaf(_ code: RegionCode) -> Bool { places[code].map { childPlaces[$0].isEmpty } ?? false }

  /// Direct children by code; empty for leaves and unknown codes.
  public func children(of code: RegionCode) -> [Region] {
    places[code].map { childPlaces[$0].map { regions[$0] } } ?? []
  }

  /// Parent, its parent and so on to the root: the nearest first.
  public func ancestors(of code: RegionCode) -> [Region] {
    var result: [Region] = []
    var next = region(code)?.parent
    while let parent = next.flatMap(region) {
      result.append(parent)
      next = parent.parent
    }
    return result
  }

  /// All leaves below a region by code; a leaf is its own.
  public func leaves(under code: RegionCode) -> [Region] {
    guard let start = places[code] else { return [] }
    var open = [start]
    var found: [Int] = []
    while let next = open.popLast() {
      if childPlaces[next].isEmpty { found.append(next) } else { open += childPlaces[next] }
    }
    return found.sorted().map { regions[$0] }
  }
}
