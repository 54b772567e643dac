public import DoudiInputs
public import DoudiModel

/// A trace as an indented tree.
public struct TraceText {
  private let language: Language
  private let style: TextStyle

  /// Trees in one language.
  public init(language: Language, style: TextStyle) { (self.language, self.style) = (language, style) }

  /// The tree as text, with a line end at its end.
  public func text(_ node: TraceNode) -> String {
    var lines: [String] = []
    add(node, first: "", rest: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ node: TraceNode, first: String, rest: String, to lines: inout [String]) {
    lines.append(first + head(node))
    let inner = rest + (node.children.isEmpty ? "   " : "│  ")
    lines += details(node).map { inner + $0 }
    for (position, child) in node.children.enumerated() {
      let isLast = position == node.children.count - 1
      add(child, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "), to: &lines)
    }
  }

  private func head(_ node: TraceNode) -> String {
    let unit = node.unit == "1" || node.unit.isEmpty ? "" : " \(node.unit)"
    let value = node.value.isEmpty ? "" : " = " + style.text(NumberText.grouped(node.value) + unit, .strong)
    let status = "[\(Labels.status(node.status).text(language))]"
    let emphasis: TextStyle.Emphasis = node.status >= .assumed ? .doubtful : .good
    let place = node.span.map { "  " + style.text("\($0)", .place) } ?? ""
    return node.title.text(language) + value + "  " + style.text(status, emphasis) + place
  }

  private func details(_ node: TraceNode) -> [String] {
    var lines: [String] = []
    if !node.formula.isEmpty { lines.append("\(Labels.formula.text(language)) \(node.formula)") }
    if let citation = node.citation {
      let quote = citation.quote.isEmpty ? "" : " “\(citation.quote)”"
      lines.append("\(Labels.clauseIs.text(language)) \(citation.document.title)（\(citation.document.number)）\(citation.clause)\(quote)")
    }
    if let source = node.source, !source.isEmpty {
      lines.append("\(Labels.source.text(language)) \(words(source))")
    }
    return lines
  }

  /// The half of "中文 / English" that is asked for.
  private func words(_ source: String) -> String { source }
}
