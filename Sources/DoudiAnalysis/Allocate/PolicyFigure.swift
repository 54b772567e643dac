public import DoudiInputs
public import DoudiUnits

/// A figure of a specification that somebody has decided: how much, how sure, by whom.
public struct PolicyFigure: Hashable, Sendable {
  /// Path of its key: "envelope", "bounds.growth.up".
  public let name: String
  /// As written.
  public let text: String
  /// Money: in units of the pot; shares: plain fractions.
  public let value: Rational
  /// How far it can be relied on; ``Status/assumed`` where nothing is said.
  public let status: Status
  /// Where it was read.
  public let source: String?
  /// Why it is so.
  public let why: Bilingual?
  /// Where it is written.
  public let span: SourceSpan
}
