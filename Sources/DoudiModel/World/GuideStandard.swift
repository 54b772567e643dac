public import DoudiInputs
public import DoudiUnits

/// What a rule knows of the standard that an authority above sets for its amount.
public enum RuleGuide: Sendable {
  /// A parameter of the rule, CNY per person and month, taken as of a month.
  case term(Term, Month)
  /// Worked out by the rule from a series, for the year.
  case worked(Figure, year: Int)
}

/// A standard that an authority above sets: what a place's own is held against.
public struct GuideStandard: Hashable, Sendable {
  /// CNY per person and month.
  public let figure: Figure
  /// The year it stands for.
  public let year: Int
  /// What it was published for, where that is another time.
  public let published: Period?
  /// Where it was read, or the reason given for it.
  public let source: Bilingual?
  /// True where the rule itself works it out.
  public let isWorkedOut: Bool

  /// Whether there is one.
  public enum Reading: Hashable, Sendable {
    /// Neither the rule nor the figures know of one.
    case none
    /// The rule has room for one, and nothing or zero stands there.
    case notGiven
    /// There is one.
    case given(GuideStandard)
  }

  /// The indicator under which figures have the guide standard of an amount.
  public static func indicator(_ amount: String) -> String { amount + "_guideline" }
}
