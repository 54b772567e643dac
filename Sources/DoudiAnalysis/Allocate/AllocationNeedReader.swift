import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads `need`: a column's name, `{scenario, output, year, share, recipients}` or the same with `ensemble`.
struct AllocationNeedReader {
  let figures: PolicyFigureReader
  let bag: DiagnosticBag

  static let keys = [
    "column", "scenario", "ensemble", "output", "year", "share", "recipients", "draws", "seed", "note",
  ]

  func read(_ top: MappingReader) -> NeedRule? {
    guard let node = top.node("need") else { return nil }
    if let text = node.scalarText { return .column(text, node.span) }
    guard let one = MappingReader(node, Bilingual(zh: "need", en: "\"need\""), bag: bag) else { return nil }
    one.allow(Self.keys)
    let sources = ["column", "scenario", "ensemble"].filter { one.node($0) != nil }
    guard sources.count == 1, let source = sources.first else {
      bag.error(
        .allocationNeed, at: node.span,
        Bilingual(zh: "需求应写column、scenario或ensemble之一", en: "a need is a column, a scenario or an ensemble"))
      return nil
    }
    guard let name = one.text(source) else { return nil }
    if source == "column" { return .column(name, one.span(source)) }
    return run(one, Located(name, one.span(source)), drawn: source == "ensemble").map { .run($0) }
  }

  private func run(_ one: MappingReader, _ scenario: Located<String>, drawn: Bool) -> NeedRule.RunNeed? {
    let year = whole(one, "year", 1...9999)
    let share = figures.read(one, "share", .share, path: "need.")
    if let share, share.value > .one {
      bag.error(.allocationFigure, at: share.span, Bilingual(zh: "不能超过100 %", en: "this is at most 100 %"))
    }
    let count = one.node("draws") == nil ? Self.usualDraws : whole(one, "draws", 1...1_000_000)
    let seed = one.node("seed") == nil ? 1 : whole(one, "seed", 0...Int.max)
    if !drawn, let extra = ["draws", "seed"].first(where: { one.node($0) != nil }) {
      bag.error(
        .allocationNeed, at: one.span(extra),
        Bilingual(zh: "“\(extra)”须与ensemble同写", en: "\"\(extra)\" goes with an ensemble"))
    }
    guard let year, let count, let seed else { return nil }
    return NeedRule.RunNeed(
      scenario: scenario,
      output: Located(one.optionalText("output") ?? "total", one.span("output")),
      year: Located(year, one.span("year")), share: share,
      recipients: one.texts("recipients").map { Located($0.text, $0.span) },
      draws: drawn ? NeedRule.Draws(count: count, seed: UInt64(seed)) : nil)
  }

  /// Draws where the file does not say.
  static let usualDraws = 1024

  private func whole(_ one: MappingReader, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let text = one.text(key) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    bag.error(
      .allocationNeed, at: one.span(key),
      Bilingual(zh: "“\(key)”应为整数", en: "\"\(key)\" must be a whole number"))
    return nil
  }
}
