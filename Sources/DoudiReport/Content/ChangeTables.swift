/// What a set that is issued again says of the set before it.
public struct ChangeTables {
  /// Identifiers, for files and JSON.
  public let files: [Table]
  /// Words and yuan, for people.
  public let printed: [Table]
}
