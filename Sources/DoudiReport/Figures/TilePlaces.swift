public import DoudiInputs

/// Where the tile of each region lies and what stands on it, from a table region,column,row,short_zh,short_en.
public struct TilePlaces: Sendable {
  /// A tile counted from the top left.
  public struct Place: Hashable, Sendable {
    /// From the left.
    public let column: Int
    /// From the top.
    public let row: Int
    /// A name that fits; empty where the region's own is to be used.
    public let short: Bilingual
  }

  /// By code of the region.
  public let places: [String: Place]

  /// The places of a table; rows without whole numbers are left out.
  public init(_ table: CSVTable) {
    let header = table.header
    let columns = ["region", "column", "row", "short_zh", "short_en"].map { name in
      header.firstIndex(of: name)
    }
    var found: [String: Place] = [:]
    for row in 0..<table.rowCount {
      let fields = columns.map { $0.map { table.field(row: row, column: $0) } ?? "" }
      guard let column = Int(fields[1]), let line = Int(fields[2]), !fields[0].isEmpty else { continue }
      found[fields[0]] = Place(
        column: column, row: line, short: Bilingual(zh: fields[3], en: fields[4]))
    }
    places = found
  }

  /// No place has a tile.
  public init() { places = [:] }
}
