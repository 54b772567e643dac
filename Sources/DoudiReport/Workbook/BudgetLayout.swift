import DoudiInputs

/// Budget tables of different years in the same columns, for a sheet on which they lie below each other.
enum BudgetLayout {
  /// Every column such a table may have, with its heading.
  private static let columns: [(id: String, title: Bilingual)] = [
    ("last_budget", Labels.lastBudget), ("last_outturn", Labels.lastOutturn), ("budget", Labels.thisBudget),
    ("change", Labels.change), ("percent", Labels.percent), ("persons", Labels.byVolume),
    ("standard", Labels.byPrice), ("ratio", Labels.byRatio), ("one_off", Labels.byOnce),
    ("last_year_differs", Labels.byOther), ("reason", Labels.changeReason),
  ]

  /// The tables with the columns that any of them has, and those a budget always has: dashes where one has no such
  /// figures. Rows in which every figure is zero are left out, the total stays.
  static func aligned(_ tables: [Table]) -> [Table] {
    let shown = columns.filter { id, _ in
      id != "last_year_differs" || tables.contains { $0.columns.contains { $0.id == id } }
    }
    return tables.map { aligned($0, shown) }
  }

  private static func aligned(_ table: Table, _ shown: [(id: String, title: Bilingual)]) -> Table {
    let known = Dictionary(table.columns.map { ($0.id, $0) }) { first, _ in first }
    let blank = Values.reals((0..<table.rowCount).map { _ in .nan }, places: 2)
    var copy = table
    copy.columns =
      table.columns.filter { column in !columns.contains { $0.id == column.id } }
      + shown.map { id, title in
        guard let column = known[id] else { return Column(id, title, blank) }
        return Column(id, column.title, column.values, width: id == "reason" ? 60 : column.width)
      }
    return withoutZeros(copy)
  }

  /// The table without rows in which all money is zero; the total stays.
  static func withoutZeros(_ table: Table) -> Table {
    table.picking((0..<table.rowCount).filter { !isZero(table, $0) || table.kind(ofRow: $0) == .total })
  }

  private static func isZero(_ table: Table, _ row: Int) -> Bool {
    table.columns.allSatisfy { column in
      guard case .units(let units, _) = column.values else { return true }
      return units[row] ?? 0 == 0
    }
  }
}
