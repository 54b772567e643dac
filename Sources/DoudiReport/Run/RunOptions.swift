/// What the long tables list.
public struct RunOptions: Sendable {
  /// Steps of time.
  public enum Step: String, CaseIterable, Sendable {
    /// Every month.
    case month
    /// Standards and people at the year's last month, money of the whole year.
    case year
  }

  /// Levels of the region tree.
  public enum Level: String, CaseIterable, Sendable {
    /// Regions without parts.
    case leaf
    /// The whole place.
    case root
  }

  /// Steps of time.
  public var step: Step
  /// Level of the tree.
  public var level: Level

  /// Options; the defaults are those of the command.
  public init(step: Step = .month, level: Level = .leaf) { (self.step, self.level) = (step, level) }
}
