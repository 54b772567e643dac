public import DoudiInputs
public import DoudiModel

/// The answer to "why this figure?": how it is composed, and a part of it in full.
public struct Explanation: Sendable {
  /// "standard/dibao_standard".
  public let figure: String
  /// What it is.
  public let title: Bilingual
  /// How it is composed; empty for a single figure.
  public let tables: [Table]
  /// Calculations in full, each with where and when.
  public let traces: [(place: Bilingual, node: TraceNode)]

  /// True where there is nothing of that name in the asked place and time.
  var isEmpty: Bool { tables.isEmpty && traces.isEmpty }
}

/// A name that no figure has.
public struct UnknownFigure: Error, Sendable {
  /// What to tell the user.
  public let message: Bilingual
}
