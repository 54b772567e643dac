import DoudiInputs

/// Rows of two tables held against each other by their keys.
struct RowDifference {
  /// A row that is not the same on both sides.
  struct Row {
    /// The cells that name it.
    let key: [String]
    /// What each side has in the columns that are compared; nil: the row is not there.
    let before, after: [String]?
  }

  /// Rows that differ, in the order of the first table, then of the second.
  let rows: [Row]

  /// - Parameters:
  ///   - before: one table; nil: none.
  ///   - after: the other.
  ///   - keys: columns that name a row; those that a table has not are left out.
  ///   - columns: what is compared; nil: every column both have.
  ///   - sharing: of these columns only what both tables list counts: a listing of the whole place beside one of
  ///     its parts, or of years beside months, is no difference.
  init(
    _ before: RecordTable?, _ after: RecordTable?, keys: [String], columns: [String]? = nil,
    sharing: [String] = []
  ) {
    let shared = keys.filter { before?.has($0) ?? true && after?.has($0) ?? true }
    let compared =
      columns
      ?? (before?.header ?? after?.header ?? []).filter { after?.has($0) ?? true && !shared.contains($0) }
    let (old, new) = (Self.read(before, shared, compared), Self.read(after, shared, compared))
    let limits = sharing.compactMap { name in
      shared.firstIndex(of: name).map { place in
        (place: place, known: Set(old.order.map { $0[place] }).intersection(new.order.map { $0[place] }))
      }
    }
    let names = old.order + new.order.filter { old.cells[$0] == nil }
    rows = names.compactMap { key in
      guard limits.allSatisfy({ $0.known.contains(key[$0.place]) }) else { return nil }
      let (one, other) = (old.cells[key], new.cells[key])
      return one == other ? nil : Row(key: key, before: one, after: other)
    }
  }

  private static func read(
    _ table: RecordTable?, _ keys: [String], _ columns: [String]
  ) -> (order: [[String]], cells: [[String]: [String]]) {
    guard let table else { return ([], [:]) }
    var (order, cells): ([[String]], [[String]: [String]]) = ([], [:])
    for row in 0..<table.rowCount {
      let key = keys.map { table.text(row, $0) ?? "" }
      if cells.updateValue(columns.map { table.text(row, $0) ?? "" }, forKey: key) == nil {
        order.append(key)
      }
    }
    return (order, cells)
  }
}
