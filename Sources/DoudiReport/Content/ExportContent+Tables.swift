extension ExportContent {
  /// Every long table, one a file; identifiers only, the same in every language.
  public func longTables() -> [Table] {
    let own = run.map { LongTables($0, listing).files() + [LongTables($0, listing).inputs()] } ?? []
    return own + (yearly.map { [$0.table()] } ?? []) + (uncertainty?.fileTables() ?? [])
      + (comparison?.fileTables() ?? []) + allocationTables() + (changes?.files ?? [])
  }

  /// Tables of an allocation that share a name with one of the run are set apart by a prefix.
  func allocationTables() -> [Table] {
    guard let allocation else { return [] }
    return allocation.fileTables().map { table in
      table.id.hasPrefix("allocation") ? table : table.renamed("allocation_" + table.id)
    }
  }
}
