import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads correlations: pairs `{between: [a, b], value: 0.5}`, or rows `{order: [a, b], rows: [[1, 0.5], [0.5, 1]]}`.
struct CorrelationReader {
  let bag: DiagnosticBag
  /// Identifiers of the inputs.
  let names: [String]
  /// Identifiers that the file writes, those of faulty inputs too: what is wrong with them has been reported.
  let written: Set<String>

  func read(_ top: MappingReader) -> [CorrelatedPair] {
    guard let node = top.node("correlations"), !node.isNull else { return [] }
    let found = node.sequence == nil ? matrix(node) : top.list("correlations").compactMap { pair($0) }
    var seen: Set<[Int]> = []
    for one in found where !seen.insert([one.low, one.high]).inserted {
      bag.error(
        .uncertainTwice, at: node.span,
        Bilingual(
          zh: "\(names[one.low])与\(names[one.high])写了两次",
          en: "\(names[one.low]) and \(names[one.high]) are written twice"))
    }
    return found.filter { $0.value != 0 }
  }

  private func pair(_ node: YAMLNode) -> CorrelatedPair? {
    guard let one = MappingReader(node, Bilingual(zh: "相关", en: "a correlation"), bag: bag) else {
      return nil
    }
    one.allow(["between", "value", "note"])
    let written = one.texts("between")
    let places = written.compactMap { position($0.text, $0.span) }
    // A name that is not there has been reported.
    if written.count == 2, places.count < 2 { return nil }
    guard places.count == 2, places[0] != places[1] else {
      return fault(one.span("between"), zh: "between应写两个不同的参数", en: "\"between\" names two different inputs")
    }
    guard let number = one.node("value") else {
      bag.error("DD1303", at: one.span, Bilingual(zh: "缺少“value”", en: "\"value\" is missing"))
      return nil
    }
    guard let value = self.number(number) else { return nil }
    return CorrelatedPair(low: places.min() ?? 0, high: places.max() ?? 0, value: value, span: one.span)
  }

  private func matrix(_ node: YAMLNode) -> [CorrelatedPair] {
    guard let one = MappingReader(node, Bilingual(zh: "相关矩阵", en: "a correlation matrix"), bag: bag) else {
      return []
    }
    one.allow(["order", "rows"])
    let order = one.texts("order").compactMap { position($0.text, $0.span) }
    let rows = one.list("rows").map { row in (row.sequence ?? []).map { number($0) } }
    let wanted = one.texts("order").count
    guard rows.count == wanted, rows.allSatisfy({ $0.count == wanted }) else {
      let _: CorrelatedPair? = fault(
        one.span("rows"), zh: "应有\(wanted)行，每行\(wanted)个数",
        en: "\(wanted) rows of \(wanted) numbers are expected")
      return []
    }
    // Names and elements that are wrong have been reported, each at its place.
    guard order.count == wanted, rows.allSatisfy({ !$0.contains(nil) }) else { return [] }
    guard Set(order).count == order.count else {
      let _: CorrelatedPair? = fault(
        one.span("order"), zh: "order中的参数重复", en: "\"order\" names an input twice")
      return []
    }
    return pairs(order, rows.map { $0.compactMap { $0 } }, one.span("rows"))
  }

  private func pairs(_ order: [Int], _ rows: [[Double]], _ span: SourceSpan) -> [CorrelatedPair] {
    var found: [CorrelatedPair] = []
    for i in order.indices {
      if rows[i][i] != 1 {
        let _: CorrelatedPair? = fault(
          span, zh: "\(names[order[i]])的对角元不是1", en: "the diagonal of \(names[order[i]]) is not 1")
      }
      for j in 0..<i {
        if rows[i][j] != rows[j][i] {
          let _: CorrelatedPair? = fault(
            span, zh: "\(names[order[j]])与\(names[order[i]])上下不对称：\(rows[j][i])、\(rows[i][j])",
            en:
              "not symmetric: \(names[order[j]]) and \(names[order[i]]) have \(rows[j][i]) and \(rows[i][j])")
        }
        found.append(
          CorrelatedPair(
            low: min(order[i], order[j]), high: max(order[i], order[j]), value: rows[i][j], span: span))
      }
    }
    return found
  }

  private func position(_ name: String, _ span: SourceSpan) -> Int? {
    if let position = names.firstIndex(of: name) { return position }
    if written.contains(name) { return nil }
    let near = nearestName(to: name, among: names)
    bag.error(
      .uncertainCorrelation, at: span, Bilingual(zh: "没有参数“\(name)”", en: "there is no input \"\(name)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  private func number(_ node: YAMLNode) -> Double? {
    guard let value = Quantity.parse(node, into: bag)?.ratio?.double else { return nil }
    if (-1...1).contains(value) { return value }
    return fault(node.span, zh: "相关系数应在-1与1之间", en: "a correlation lies between -1 and 1")
  }

  private func fault<Value>(_ span: SourceSpan, zh: String, en: String) -> Value? {
    bag.error(.uncertainCorrelation, at: span, Bilingual(zh: zh, en: en))
    return nil
  }
}
