public import DoudiInputs
public import DoudiUnits

/// One step of the answer to "why this figure?".
///
/// A tree: the formula with its numbers, the clause that orders it, and below it the
/// inputs, down to observations and assumptions with file and line. Built on demand for
/// one figure; a run stores none.
public struct TraceNode: Sendable {
  /// What is explained.
  public let title: Bilingual
  /// The calculation with its numbers filled in; empty for inputs.
  public let formula: String
  /// The resulting figure as text, without unit.
  public let value: String
  /// Unit of the value.
  public let unit: String
  /// How far it can be relied on.
  public let status: Status
  /// The clause that orders the rule, if a rule stands behind the step.
  public var citation: Citation?
  /// Where an input was written.
  public let span: SourceSpan?
  /// Where an input comes from, in words.
  public let source: String?
  /// Why an input was chosen, where no source gives it.
  public let why: Bilingual?
  /// The inputs.
  public var children: [TraceNode]

  /// A step.
  public init(
    title: Bilingual, formula: String = "", value: String, unit: String, status: Status,
    citation: Citation? = nil, span: SourceSpan? = nil, source: String? = nil, why: Bilingual? = nil,
    children: [TraceNode] = []
  ) {
    (self.title, self.formula, self.value, self.unit) = (title, formula, value, unit)
    (self.status, self.citation, self.span, self.source, self.why) = (status, citation, span, source, why)
    self.children = children
  }
}
