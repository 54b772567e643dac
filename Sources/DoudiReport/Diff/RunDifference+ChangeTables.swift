extension ChangeTables {
  /// The change log, and the money by cause where it was split.
  /// - Parameter difference: what differs.
  public init(_ difference: RunDifference) {
    let parts = difference.split.map { SplitTables(split: $0, names: difference.names, prefix: "changes") }
    self.init(
      files: [ChangeLog.table(difference)] + (parts?.files ?? []),
      printed: [ChangeLog.table(difference, isPrinted: true)] + (parts?.printed ?? []))
  }
}
