import DoudiInputs
import DoudiUnits

/// Changes of a parameter: every number in it by a unit up and down and doubled, every flag and side
/// flipped, every indicator it reads swapped.
struct TermEdits {
  let pools: ReferencePools

  private static let flips = [
    "true": "false", "false": "true", "above": "below", "below": "above", "是": "否", "否": "是",
    "yes": "no", "no": "yes",
  ]
  /// Keys beside a value that nothing computes with.
  private static let notes: Set = [
    "status", "source", "why", "note", "unit", "suggested", "suggested_source", "method", "open",
  ]

  func edits(of node: YAMLNode) -> [Edit] {
    if let text = node.scalarText { return Self.scalar(text).map { plain(node, $0) } }
    guard let mapping = node.mapping, mapping["open"] == nil else { return [] }
    return mapping.entries.flatMap { entry -> [Edit] in
      guard !Self.notes.contains(entry.key) else { return [] }
      if entry.key == "indicator" {
        return pools.swapped(entry.node, among: pools.indicators).map { swap in
          Edit(path: "indicator", change: "swap", node: node.with("indicator", swap))
        }
      }
      let key = entry.key == "value" ? "" : entry.key
      return edits(of: entry.node).map { $0.under(key) { node.with(entry.key, $0) } }
    }
  }

  private func plain(_ node: YAMLNode, _ edit: (change: String, text: String)) -> Edit {
    Edit(path: "", change: edit.change, node: node.replaced(by: edit.text))
  }

  /// "60 %" as 61 %, 59 % and 120 %; a flag as its opposite.
  static func scalar(_ text: String) -> [(change: String, text: String)] {
    if let other = flips[text] { return [("flip", other)] }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = text.dropFirst(digits.count)
    guard let value = Rational(decimal: String(digits)), !unit.hasPrefix("/") else { return [] }
    let changed = [("+1", value + .one), ("-1", value - .one), ("x2", value + value)]
    return changed.filter { $0.1 != value }.map { change, value in
      (change, value.shortText(maximumPlaces: 12) + unit)
    }
  }
}
