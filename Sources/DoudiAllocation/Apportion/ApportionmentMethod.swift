/// How whole units are given out in proportion to weights.
///
/// A divisor method rounds w / x at its own signposts d(n), between n and n + 1, with the divisor x that makes
/// the sum right; the same parts come from giving one unit after the other to the row with the largest w / d(n):
///
///     webster n + 1/2    huntington_hill sqrt(n (n + 1))    jefferson n + 1    adams n    dean n (n + 1) / (n + 1/2)
public enum ApportionmentMethod: String, CaseIterable, Hashable, Sendable {
  case largestRemainder = "largest_remainder"
  case webster
  case huntingtonHill = "huntington_hill"
  case jefferson
  case adams
  case dean

  /// True where d(0) = 0: every row with a positive weight gets one unit before any gets a second.
  public var givesEveryRowOne: Bool { self == .huntingtonHill || self == .adams || self == .dean }
}

/// Rows that stood equal where the last units were given; the earlier positions got them.
public struct Tie: Hashable, Sendable {
  /// All rows that stood equal, ascending.
  public let rows: [Int]
  /// Those of them that got a unit.
  public let winners: [Int]

  /// Rows that stood equal, and those that got a unit.
  public init(rows: [Int], winners: [Int]) { (self.rows, self.winners) = (rows, winners) }
}
