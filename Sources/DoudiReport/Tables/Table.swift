public import DoudiInputs

/// What a row of a table is.
public enum RowKind: Sendable {
  /// A line of its own.
  case body
  /// The sum of all body rows.
  case total
}

/// A table of typed columns, of which screen, CSV and JSON are made.
///
/// It knows what its figures are (fen, persons, exact fractions), not how they look.
public struct Table: Sendable {
  /// Identifier: name of the file and key of the JSON array.
  public let id: String
  /// Heading.
  public var title: Bilingual
  /// Lines between heading and columns.
  public var lead: [Bilingual]
  /// The columns, all of the same length.
  public var columns: [Column]
  /// Kinds of the rows; empty where all are body rows.
  public var rowKinds: [RowKind]
  /// Lines below.
  public var notes: [Bilingual]
  /// The sum of all money as another table prints it, in the last digit of the unit the table is made
  /// for; nil: rounded half up.
  public var printedTotal: Int64?

  /// A table.
  public init(
    id: String, title: Bilingual, lead: [Bilingual] = [], columns: [Column], rowKinds: [RowKind] = [],
    notes: [Bilingual] = []
  ) {
    (self.id, self.title, self.lead, self.columns) = (id, title, lead, columns)
    (self.rowKinds, self.notes) = (rowKinds, notes)
  }

  /// Number of rows.
  public var rowCount: Int { columns.first?.values.count ?? 0 }

  /// Kind of a row.
  public func kind(ofRow row: Int) -> RowKind { rowKinds.indices.contains(row) ? rowKinds[row] : .body }

  /// How many of the first columns name the rows: the first, and the words and texts next to it.
  public var nameColumns: Int {
    let others = columns.dropFirst().prefix { column in
      switch column.values {
      case .words, .texts: true
      default: false
      }
    }
    return 1 + others.count
  }

  /// The same table without columns of these identifiers.
  public func without(_ ids: Set<String>) -> Table {
    var copy = self
    copy.columns.removeAll { ids.contains($0.id) }
    return copy
  }

  /// The same table under another identifier.
  func renamed(_ id: String) -> Table {
    var copy = Table(
      id: id, title: title, lead: lead, columns: columns, rowKinds: rowKinds, notes: notes)
    copy.printedTotal = printedTotal
    return copy
  }

  /// Some of its rows.
  func picking(_ rows: some Sequence<Int>) -> Table {
    let rows = Array(rows)
    var copy = self
    copy.columns = columns.map {
      Column($0.id, $0.title, $0.values.picking(rows), isRowTotal: $0.isRowTotal, width: $0.width)
    }
    copy.rowKinds = rowKinds.isEmpty ? [] : rows.map { kind(ofRow: $0) }
    return copy
  }

  /// Its first rows.
  public func prefix(_ count: Int) -> Table {
    var copy = self
    copy.columns = columns.map {
      Column($0.id, $0.title, $0.values.prefix(count), isRowTotal: $0.isRowTotal, width: $0.width)
    }
    copy.rowKinds = Array(rowKinds.prefix(count))
    return copy
  }
}
