public import DoudiInputs
public import DoudiUnits

/// One figure of a region and year.
public struct DrawOutput: Hashable, Sendable {
  /// What it is a figure of.
  public enum Kind: Hashable, Sendable {
    /// Money paid, by position of the programme; CNY.
    case programme(Int)
    /// All money paid; CNY.
    case total
    /// People at the year's end, or events of the year, by position of the group.
    case group(Int)
    /// An amount at the year's end, by position, in the cells of an area; CNY per person and month.
    case amount(Int, Area)
    /// How far a limit is from being broken, by position; not negative exactly where it holds.
    case slack(Int)
    /// Money by which a reserve is filled up in a year, by position of the limit; CNY. More than 0 exactly where it
    /// stood below its floor when it was tested.
    case refill(Int)
    /// A result of a yearly scenario.
    case result
  }

  /// How a parent's figure follows from those of its leaves.
  public enum Parent: Hashable, Sendable {
    /// The sum.
    case sum
    /// The least.
    case least
    /// It has none.
    case none
    /// A figure of regions at one depth below the root (0: the root itself) and of none else: the sum of what their
    /// leaves give for it.
    case depth(Int)
  }

  /// Kind.
  public let kind: Kind
  /// Identifier, each once for a region and year: that of a programme, "total", "persons.GROUP", "AMOUNT.area", "slack.RULE", "refill.RULE".
  public let name: String
  /// Year.
  public let year: Int
  /// Unit: CNY, persons (cases), or CNY per person and month.
  public let unit: Measure
  /// A parent's figure.
  public let parent: Parent

  /// A figure.
  public init(kind: Kind, name: String, year: Int, unit: Measure, parent: Parent) {
    (self.kind, self.name, self.year, self.unit, self.parent) = (kind, name, year, unit, parent)
  }
}
