import DoudiInputs

/// A value and where it was written.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let span: SourceSpan

  init(_ value: Value, _ span: SourceSpan) { (self.value, self.span) = (value, span) }
}
