public import DoudiInputs
public import DoudiUnits

/// From where a back-test looks at a scenario: what may be read, what is projected, and what
/// was assumed at that time.
public struct PastView: Sendable {
  /// Last month whose figures may be read.
  public let cutoff: Month
  /// Last month that is projected; the first is the month after the cutoff.
  public let last: Month
  /// Assumptions that take the place of the scenario's of the same name.
  let assumptions: [YAMLEntry]
  /// Where the view is written.
  let span: SourceSpan

  /// A view.
  /// - Parameters:
  ///   - cutoff: last month whose figures may be read.
  ///   - last: last projected month, after the cutoff.
  ///   - assumptions: values by name, written as in a scenario.
  ///   - span: where the view is written; the changed horizon points there.
  public init(cutoff: Month, last: Month, assumptions: YAMLMapping, span: SourceSpan) {
    (self.cutoff, self.last, self.span) = (cutoff, last, span)
    self.assumptions = assumptions.entries
  }

  /// The scenario's mapping with the horizon moved and the assumptions replaced.
  func applied(to scenario: YAMLMapping) -> YAMLMapping {
    let horizon = [("first", cutoff.advanced(by: 1)), ("last", last)].map { key, month in
      YAMLEntry(key: key, keySpan: span, node: text("\(month)"))
    }
    var values = scenario["assumptions"]?.mapping ?? YAMLMapping(entries: [])
    for entry in assumptions { values = values.setting(entry.key, at: entry.keySpan, to: entry.node) }
    return
      scenario
      .setting("horizon", to: YAMLNode(value: .mapping(YAMLMapping(entries: horizon)), span: span))
      .setting(
        "assumptions",
        to: YAMLNode(value: .mapping(values), span: scenario["assumptions"]?.span ?? span))
  }

  private func text(_ text: String) -> YAMLNode {
    YAMLNode(value: .scalar(YAMLScalar(text: text, isQuoted: false)), span: span)
  }
}

extension YAMLMapping {
  /// The mapping with `key` set as written at another place, so that problems point there.
  fileprivate func setting(_ key: String, at keySpan: SourceSpan, to node: YAMLNode) -> YAMLMapping {
    let new = YAMLEntry(key: key, keySpan: keySpan, node: node)
    guard entries.contains(where: { $0.key == key }) else { return YAMLMapping(entries: entries + [new]) }
    return YAMLMapping(entries: entries.map { $0.key == key ? new : $0 })
  }
}
