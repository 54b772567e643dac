/// Rows that stood equal where the last units were given; the earlier positions got them.
public struct Tie: Hashable, Sendable {
  /// All rows that stood equal, ascending.
  public let rows: [Int]
  /// Those of them that got a unit.
  public let winners: [Int]

  /// Rows that stood equal, and those that got a unit.
  public init(rows: [Int], winners: [Int]) { (self.rows, self.winners) = (rows, winners) }
}
