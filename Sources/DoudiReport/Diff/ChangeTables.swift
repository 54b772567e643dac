public import DoudiInputs

/// What a set that is issued again says of the set before it.
public struct ChangeTables {
  /// Identifiers, for files and JSON.
  public let files: [Table]
  /// Words and yuan, for people.
  public let printed: [Table]

  /// The change log, and the money by cause where it was split.
  /// - Parameter difference: what differs.
  public init(_ difference: RunDifference) {
    let parts = difference.split.map { SplitTables(split: $0, names: difference.names, prefix: "changes") }
    files = [ChangeLog.table(difference)] + (parts?.files ?? [])
    printed = [ChangeLog.table(difference, isPrinted: true)] + (parts?.printed ?? [])
  }
}
