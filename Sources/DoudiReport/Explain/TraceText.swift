public import DoudiInputs
public import DoudiModel

/// A trace as an indented tree.
public struct TraceText {
  private let language: Language
  private let style: TextStyle
  /// Columns before a line is broken.
  private let width: Int

  /// Trees in one language, for a terminal of some columns, if it is one.
  public init(language: Language, style: TextStyle, width: Int? = nil) {
    (self.language, self.style, self.width) = (language, style, min(width ?? 110, 110))
  }

  /// The tree as text, with a line end at its end.
  public func text(_ node: TraceNode) -> String {
    var lines: [String] = []
    add(node, first: "", rest: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ node: TraceNode, first: String, rest: String, to lines: inout [String]) {
    let inner = rest + (node.children.isEmpty ? "   " : "│  ")
    let width = max(20, self.width - DisplayWidth.of(inner))
    // A place that does not fit beside the figure stands below it, whole.
    let place = node.span.map { style.text("\($0)", .place) }
    let beside = head(node) + (place.map { "  " + $0 } ?? "")
    let fits = DisplayWidth.of(first + plain(node)) <= self.width
    lines.append(first + (fits ? beside : head(node)))
    if !fits, let place { lines.append(inner + place) }
    for detail in details(node) {
      let wrapped = LineWrap.lines(detail, width: width)
      lines += wrapped.enumerated().map { inner + ($0.offset > 0 ? "  " : "") + $0.element }
    }
    for (position, child) in node.children.enumerated() {
      let isLast = position == node.children.count - 1
      add(child, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "), to: &lines)
    }
  }

  private func head(_ node: TraceNode) -> String {
    let value = valueText(node)
    let status = "[\(Labels.status(node.status).text(language))]"
    let emphasis: TextStyle.Emphasis = node.status >= .assumed ? .doubtful : .good
    return node.title.text(language) + (value.isEmpty ? "" : " = " + style.text(value, .strong)) + "  "
      + style.text(status, emphasis)
  }

  /// The first line without emphasis, whose width can be measured.
  private func plain(_ node: TraceNode) -> String {
    let (value, status) = (valueText(node), Labels.status(node.status).text(language))
    return "\(node.title.text(language)) = \(value)  [\(status)]" + (node.span.map { "  \($0)" } ?? "")
  }

  private func valueText(_ node: TraceNode) -> String {
    switch node.unit {
    case _ where node.value.isEmpty: ""
    case "flag": Labels.flag(node.value != "0").text(language)
    case "1", "": node.value
    default:
      Labels.quantity(node.value, node.unit, shown: NumberText.grouped(node.value)).text(language)
    }
  }

  private func details(_ node: TraceNode) -> [String] {
    var lines: [String] = []
    if !node.formula.isEmpty { lines.append("\(Labels.formula.text(language))\(node.formula)") }
    if let citation = node.citation {
      lines.append("\(Labels.clauseIs.text(language))\(Labels.cited(citation).text(language))")
    }
    if let source = node.source, !source.isEmpty { lines.append("\(Labels.source.text(language))\(source)") }
    if let why = node.why { lines.append("\(Labels.why.text(language))\(why.text(language))") }
    return lines
  }
}
