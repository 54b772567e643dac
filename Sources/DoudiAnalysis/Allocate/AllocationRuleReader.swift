import DoudiAllocation
import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads `columns`, `weights`, `bounds` and `reserve`.
struct AllocationRuleReader {
  let figures: PolicyFigureReader
  let bag: DiagnosticBag

  /// `columns: {floor: 10k CNY, people: {unit: persons, status: observed, source: ...}}`.
  func columns(_ top: MappingReader) -> [String: ColumnNote] {
    guard let node = top.node("columns"), let inner = MappingReader(node, words("columns"), bag: bag) else {
      return [:]
    }
    var found: [String: ColumnNote] = [:]
    for entry in inner.mapping.entries {
      if let text = entry.node.scalarText {
        found[entry.key] = ColumnNote(
          unit: unit(text, entry.node.span), status: .assumed, source: nil, why: nil)
      } else if let one = MappingReader(entry.node, words(entry.key), bag: bag) {
        one.allow(["unit"] + PolicyFigureReader.annotations)
        let origin = figures.origin(one)
        found[entry.key] = ColumnNote(
          unit: one.optionalText("unit").flatMap { unit($0, one.span("unit")) }, status: origin.status,
          source: origin.source, why: origin.why)
      }
    }
    return found
  }

  private func unit(_ text: String, _ span: SourceSpan) -> Located<Measure>? {
    if let unit = Measure(text: text) { return Located(unit, span) }
    // The pot's own unit is no measure of the files' language.
    if AllocationUnit(rawValue: text) == figures.unit { return nil }
    bag.error(
      .allocationFigure, at: span, Bilingual(zh: "不认识的单位“\(text)”", en: "unknown unit \"\(text)\""))
    return nil
  }

  /// `weights: {product: [a, b]}`, `{shares: {a: 60 %, b: 40 %}}`, or the column.
  func weights(_ top: MappingReader) -> WeightRule {
    guard let node = top.node("weights"), let inner = MappingReader(node, words("weights"), bag: bag) else {
      return .column
    }
    inner.allow(["product", "shares"])
    let product = inner.texts("product")
    let shares = inner.node("shares").flatMap { MappingReader($0, words("shares"), bag: bag) }
    guard product.isEmpty != (shares == nil) else {
      bag.error(
        .allocationWeights, at: node.span,
        Bilingual(zh: "weights应写product或shares之一", en: "weights are either a product or shares"),
        hint: Bilingual(
          zh: "写{product: [a, b]}", en: "write {product: [a, b]} or {shares: {a: 60 %, b: 40 %}}"))
      return .column
    }
    guard let shares else {
      refuseRepeats(product)
      return .product(product.map { WeightRule.Factor(name: $0.text, span: $0.span) })
    }
    let parts = shares.mapping.entries.compactMap { entry in
      figures.read(entry.node, "weights.shares.\(entry.key)", .share).map {
        (factor: WeightRule.Factor(name: entry.key, span: entry.keySpan), importance: $0)
      }
    }
    let sum = parts.reduce(Rational.zero) { $0 + $1.importance.value }
    if parts.count == shares.mapping.entries.count, sum != .one {
      let text = (sum * Rational(100)).shortText()
      bag.error(
        .allocationWeights, at: shares.span,
        Bilingual(zh: "各因素权重合计\(text) %，应为100 %", en: "the shares add up to \(text) %, not to 100 %"))
    }
    return .shares(parts)
  }

  private func refuseRepeats(_ names: [(text: String, span: SourceSpan)]) {
    var seen: Set<String> = []
    for one in names where !seen.insert(one.text).inserted {
      bag.error(
        .allocationTwice, at: one.span, Bilingual(zh: "\(one.text)重复", en: "\(one.text) is written twice"))
    }
  }

  /// `bounds: {growth: {down, up}, hold_harmless, minimum, maximum, floors: by_weight | by_excess}`.
  func bounds(_ top: MappingReader) -> BoundRules {
    var rules = BoundRules()
    guard let node = top.node("bounds"), let inner = MappingReader(node, words("bounds"), bag: bag) else {
      return rules
    }
    inner.allow(["growth", "hold_harmless", "minimum", "maximum", "floors"])
    if let band = inner.node("growth"), let growth = MappingReader(band, words("growth"), bag: bag) {
      growth.allow(["down", "up"])
      rules.down = figures.read(growth, "down", .share, path: "bounds.growth.")
      rules.up = figures.read(growth, "up", .share, path: "bounds.growth.")
    }
    rules.holdHarmless = figures.read(inner, "hold_harmless", .share, path: "bounds.")
    rules.minimum = figures.read(inner, "minimum", .money, path: "bounds.")
    rules.maximum = figures.read(inner, "maximum", .money, path: "bounds.")
    for one in [rules.down, rules.holdHarmless] {
      guard let one, one.value > .one else { continue }
      bag.error(
        .allocationFigure, at: one.span, Bilingual(zh: "不能超过100 %", en: "this is at most 100 %"))
    }
    let ways = Envelope.FloorFinancing.allCases.map(\.rawValue)
    rules.financing =
      inner.word("floors", among: ways, default: ways[0]).flatMap { .init(rawValue: $0) } ?? .byWeight
    return rules
  }

  /// `reserve: {per_person: 5 CNY/person, residents: COLUMN, own: COLUMN}`.
  func reserve(_ top: MappingReader) -> ReserveRule? {
    guard let node = top.node("reserve"), let inner = MappingReader(node, words("reserve"), bag: bag) else {
      return nil
    }
    inner.allow(["per_person", "residents", "own", "note"])
    let residents = inner.text("residents").map { Located($0, inner.span("residents")) }
    let own = inner.optionalText("own").map { Located($0, inner.span("own")) }
    guard let written = inner.node("per_person") else {
      _ = inner.text("per_person")
      return nil
    }
    guard let figure = figures.read(written, "reserve.per_person", .perPerson), let residents else {
      return nil
    }
    return ReserveRule(perPerson: figure, residents: residents, own: own)
  }

  private func words(_ key: String) -> Bilingual { Bilingual(zh: key, en: "\"\(key)\"") }
}
