public import DoudiInputs
import DoudiUnits

/// The rows that a pot is split among, and their columns of figures.
public struct AllocationRows: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// As written in `region`.
    public let id: String
    /// Name; the identifier where none is known.
    public let name: Bilingual
    /// Position of the row it belongs to.
    public let parent: Int?
    /// Word of the column `group`; empty for none.
    public let group: String
  }

  /// In file order.
  public let rows: [Row]
  /// Figures by column and row: money in units of the pot, people in persons; nil where a field is empty.
  let columns: [String: [Rational?]]
  /// Where the fields are.
  let table: CSVTable

  /// True where some rows belong to others.
  public var isTree: Bool { rows.contains { $0.parent != nil } }

  /// Rows without rows below them.
  public var leaves: [Int] {
    let parents = Set(rows.compactMap(\.parent))
    return rows.indices.filter { !parents.contains($0) }
  }

  /// Rows below a row, in file order.
  func children(of row: Int?) -> [Int] { rows.indices.filter { rows[$0].parent == row } }

  /// A column's figures; nil where the table does not have it.
  func figures(_ name: String) -> [Rational?]? { columns[name] }

  /// A column's figures, 0 where a field is empty.
  func filled(_ name: String) -> [Rational]? { columns[name]?.map { $0 ?? .zero } }

  /// Where a field is; the row's first field where the table has no such column.
  func span(_ row: Int, _ column: String) -> SourceSpan {
    table.span(row: row, column: table.column(named: column) ?? table.column(named: "region") ?? 0)
  }
}
