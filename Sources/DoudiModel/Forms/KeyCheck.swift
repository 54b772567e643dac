import DoudiInputs

/// Compares the keys of a rule with what its form says they hold, before the form reads them.
///
/// Terms and references are the reader's; this looks at what a form takes as it stands: keys
/// that are missing, words that are not among those allowed, nested mappings.
struct KeyCheck {
  let ruleID: String
  let mapping: YAMLMapping
  let span: SourceSpan
  let bag: DiagnosticBag

  func run(_ keys: [FormKey]) {
    for key in keys {
      if let node = mapping[key.name] {
        check(node, key)
      } else if key.isRequired {
        bag.error(
          "DD1303", at: span,
          Bilingual(zh: "规则\(ruleID)缺少“\(key.name)”", en: "rule \(ruleID) lacks \"\(key.name)\""))
      }
    }
  }

  private func check(_ node: YAMLNode, _ key: FormKey) {
    switch key.kind {
    case .keyword(let words): word(node, key.name, words)
    case .keywords(let words):
      for item in items(node, key.name) { word(item, key.name, words) }
    case .integers(let range):
      for item in items(node, key.name)
      where !(item.scalarText.flatMap { Int($0) }.map(range.contains) ?? false) {
        bag.error(
          "DD1304", at: item.span,
          Bilingual(
            zh: "“\(key.name)”应为\(range.lowerBound)至\(range.upperBound)的整数",
            en: "\"\(key.name)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)"))
      }
    case .newName, .indicator: text(node, key.name)
    case .bilingual: bilingual(node, key.name)
    case .object(let inner): object(node, key.name, inner)
    case .termOrObject(_, let inner):
      if inner.contains(where: { node.mapping?[$0.name] != nil }) { object(node, key.name, inner) }
    case .term, .termMap, .amount, .group, .programme, .rule, .groups, .programmes, .integer: break
    }
  }

  private func items(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    if let items = node.sequence { return items }
    bag.error("DD1305", at: node.span, Bilingual(zh: "“\(key)”应为列表", en: "\"\(key)\" must be a list"))
    return []
  }

  private func word(_ node: YAMLNode, _ key: String, _ words: [String]) {
    let found = node.scalarText
    if let found, words.contains(found) { return }
    let near = found.flatMap { nearestName(to: $0, among: words) }
    bag.error(
      "DD1311", at: node.span,
      Bilingual(
        zh: "“\(key)”应为\(words.joined(separator: "、"))之一",
        en: "\"\(key)\" must be one of \(words.joined(separator: ", "))"),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
  }

  private func text(_ node: YAMLNode, _ key: String) {
    guard node.scalarText?.isEmpty ?? true else { return }
    bag.error("DD1305", at: node.span, Bilingual(zh: "“\(key)”应为文字", en: "\"\(key)\" must be a text"))
  }

  private func bilingual(_ node: YAMLNode, _ key: String) {
    guard node.mapping?["zh"]?.scalarText == nil || node.mapping?["en"]?.scalarText == nil else { return }
    bag.error(
      "DD1305", at: node.span, Bilingual(zh: "“\(key)”须写中英文", en: "\"\(key)\" needs both languages"),
      hint: Bilingual(zh: "写{zh: …, en: …}", en: "write {zh: …, en: …}"))
  }

  private func object(_ node: YAMLNode, _ key: String, _ keys: [FormKey]) {
    guard let inner = MappingReader(node, Bilingual(zh: "“\(key)”", en: "\"\(key)\""), bag: bag) else {
      return
    }
    inner.allow(keys.map(\.name))
    KeyCheck(ruleID: "\(ruleID).\(key)", mapping: inner.mapping, span: node.span, bag: bag).run(keys)
  }
}
