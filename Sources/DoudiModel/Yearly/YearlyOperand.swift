import DoudiInputs
import DoudiTape

/// What a yearly rule multiplies or adds: a number, or a named figure of this year or an earlier one.
///
/// A name is that of a rule's result, of a column of the regions' table, or of a parameter, looked for in
/// this order.
struct YearlyOperand: Sendable {
  /// A number or a name.
  enum Kind: Sendable {
    case number(Double)
    case name(String)
  }

  let kind: Kind
  /// Years back.
  let lag: Int
  let span: SourceSpan

  /// The name of a result this operand reads, and how many years back.
  var read: (name: String, lag: Int)? {
    if case .name(let name) = kind { return (name, lag) }
    return nil
  }

  /// "0.5", "phi", or {of: C, lag: 1}.
  init?(_ node: YAMLNode, bag: DiagnosticBag) {
    span = node.span
    if let text = node.scalarText {
      lag = 0
      kind = Double(text).map { .number($0) } ?? .name(text)
      if case .number(let number) = kind, !number.isFinite { return nil }
      return
    }
    let what = Bilingual(zh: "数、名称或{of, lag}", en: "a number, a name or {of, lag}")
    guard let inner = MappingReader(node, what, bag: bag) else { return nil }
    inner.allow(["of", "lag"])
    guard let name = inner.text("of") else { return nil }
    let years = inner.optionalText("lag") ?? "0"
    guard let lag = Int(years), (0...1).contains(lag) else {
      bag.error("DD1304", at: inner.span("lag"), Bilingual(zh: "lag应为0或1", en: "\"lag\" must be 0 or 1"))
      return nil
    }
    (kind, self.lag) = (.name(name), lag)
  }
}
