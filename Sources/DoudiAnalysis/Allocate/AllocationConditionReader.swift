import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads `side_conditions`: sums, shares of other sums, coverage.
///
///     {name, of: [...], at_least, at_most}                 a sum of amounts
///     {name, of: [...], at_most: 5 %, share_of: [...]}     a sum of amounts beside another
///     {name, of: [...], coverage: {at_least, at_most}}     amount / need of each row
///     {name, of: [...], common_coverage: 5 %}              amount / need within this of a common level
struct AllocationConditionReader {
  let figures: PolicyFigureReader
  let bag: DiagnosticBag

  static let keys = ["name", "of", "at_least", "at_most", "share_of", "coverage", "common_coverage", "note"]

  func read(_ top: MappingReader) -> [ConditionRule] {
    var seen: Set<String> = []
    return top.list("side_conditions").compactMap { node in
      guard let one = condition(node) else { return nil }
      if !seen.insert(one.name).inserted {
        bag.error(
          .allocationTwice, at: one.span,
          Bilingual(zh: "约束“\(one.name)”重复", en: "two conditions are named \"\(one.name)\""))
      }
      return one
    }
  }

  private func condition(_ node: YAMLNode) -> ConditionRule? {
    guard let one = MappingReader(node, Bilingual(zh: "约束", en: "a side condition"), bag: bag) else {
      return nil
    }
    one.allow(Self.keys)
    guard let name = one.text("name"), let kind = kind(one, "side_conditions.\(name).") else { return nil }
    return ConditionRule(name: name, rows: places(one, "of"), kind: kind, span: one.span("name"))
  }

  private func kind(_ one: MappingReader, _ path: String) -> ConditionRule.Kind? {
    if one.node("common_coverage") != nil {
      return figures.read(one, "common_coverage", .share, path: path).map { .commonCoverage($0) }
    }
    if let node = one.node("coverage") {
      guard let inner = MappingReader(node, Bilingual(zh: "coverage", en: "\"coverage\""), bag: bag) else {
        return nil
      }
      inner.allow(["at_least", "at_most"])
      return between(inner, .share, path + "coverage.").map { .coverage(atLeast: $0, atMost: $1) }
    }
    if one.node("share_of") != nil {
      guard let most = figures.read(one, "at_most", .share, path: path) else {
        if one.node("at_most") == nil { _ = one.text("at_most") }
        return nil
      }
      return .share(atMost: most, of: places(one, "share_of"))
    }
    return between(one, .money, path).map { .total(atLeast: $0, atMost: $1) }
  }

  private func between(
    _ one: MappingReader, _ kind: PolicyFigureReader.Kind, _ path: String
  ) -> (PolicyFigure?, PolicyFigure?)? {
    let least = figures.read(one, "at_least", kind, path: path)
    let most = figures.read(one, "at_most", kind, path: path)
    if one.node("at_least") == nil, one.node("at_most") == nil {
      bag.error(
        .allocationCondition, at: one.span,
        Bilingual(zh: "约束没有写限值", en: "the condition has no bound"),
        hint: Bilingual(zh: "写at_least或at_most", en: "write at_least or at_most"))
      return nil
    }
    if let least, let most, most.value < least.value {
      bag.error(
        .allocationBounds, at: least.span, Bilingual(zh: "at_least大于at_most", en: "at_least is above at_most")
      )
    }
    return (least, most)
  }

  /// `all`, one name, or a list of names.
  private func places(_ one: MappingReader, _ key: String) -> [Located<String>] {
    guard let node = one.node(key) else { return [] }
    if let text = node.scalarText { return text == "all" ? [] : [Located(text, node.span)] }
    return one.texts(key).map { Located($0.text, $0.span) }
  }
}
