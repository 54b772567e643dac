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
