import DoudiInputs

/// Reads the keys of a yearly rule, and remembers what the rule reads.
final class YearlyReader {
  private let mapping: MappingReader
  private(set) var reads: [YearlyOperand] = []

  init(_ mapping: MappingReader) { self.mapping = mapping }

  private var bag: DiagnosticBag { mapping.bag }

  /// A name that the rule gives.
  func gives(_ key: String = "gives") -> String? { mapping.text(key) }

  /// A required operand.
  func operand(_ key: String) -> YearlyOperand? {
    guard let node = mapping.node(key) else {
      bag.error("DD1303", at: mapping.span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
      return nil
    }
    return operand(node)
  }

  /// An operand, if it is written.
  func optionalOperand(_ key: String) -> YearlyOperand? { mapping.node(key).flatMap { operand($0) } }

  /// A list of operands.
  func operands(_ key: String) -> [YearlyOperand]? { operands(in: mapping.node(key), key) }

  /// A list of operands, if it is written.
  func optionalOperands(_ key: String) -> [YearlyOperand]? {
    mapping.node(key) == nil ? nil : operands(key)
  }

  /// Reports a fault at a key.
  func fault(_ key: String, zh: String, en: String) {
    bag.error("DD1305", at: mapping.span(key), Bilingual(zh: zh, en: en))
  }

  /// A list of products, each a list of operands.
  func products(_ key: String) -> [[YearlyOperand]]? { products(in: mapping.node(key), key) }

  /// A list of sums, each a list of products.
  func sums(_ key: String) -> [[[YearlyOperand]]]? {
    guard let items = list(mapping.node(key), key) else { return nil }
    let found = items.compactMap { products(in: $0, key) }
    return found.count == items.count ? found : nil
  }

  /// The terms of a recurrence: an operand, times a number, over a number.
  func terms(_ key: String) -> [(of: YearlyOperand, times: Double, over: Double)]? {
    guard let items = list(mapping.node(key), key) else { return nil }
    let found = items.compactMap { item -> (of: YearlyOperand, times: Double, over: Double)? in
      guard let inner = MappingReader(item, Bilingual(zh: key, en: key), bag: bag) else { return nil }
      inner.allow(["of", "lag", "times", "over"])
      let kept = inner.mapping.entries.filter { ["of", "lag"].contains($0.key) }
      let node = YAMLNode(value: .mapping(YAMLMapping(entries: kept)), span: item.span)
      guard let of = operand(node), let times = number(inner, "times"), let over = number(inner, "over")
      else {
        return nil
      }
      return (of, times, over)
    }
    return found.count == items.count ? found : nil
  }

  /// A number, 1 where it is not written.
  private func number(_ reader: MappingReader, _ key: String) -> Double? {
    guard let text = reader.optionalText(key) else { return reader.node(key) == nil ? 1 : nil }
    if let value = Double(text), value.isFinite, value != 0 || key != "over" { return value }
    bag.error(
      "DD1304", at: reader.span(key), Bilingual(zh: "“\(text)”不是可用的数", en: "\"\(text)\" is no usable number"))
    return nil
  }

  private func list(_ node: YAMLNode?, _ key: String) -> [YAMLNode]? {
    if let items = node?.sequence, !items.isEmpty { return items }
    bag.error(
      "DD1305", at: node?.span ?? mapping.span, Bilingual(zh: "“\(key)”应为列表", en: "\"\(key)\" must be a list")
    )
    return nil
  }

  private func products(in node: YAMLNode?, _ key: String) -> [[YearlyOperand]]? {
    guard let items = list(node, key) else { return nil }
    let found = items.compactMap { operands(in: $0, key) }
    return found.count == items.count ? found : nil
  }

  private func operands(in node: YAMLNode?, _ key: String) -> [YearlyOperand]? {
    guard let items = list(node, key) else { return nil }
    let found = items.compactMap { operand($0) }
    return found.count == items.count ? found : nil
  }

  private func operand(_ node: YAMLNode) -> YearlyOperand? {
    let found = YearlyOperand(node, bag: bag)
    if let found { reads.append(found) }
    return found
  }
}
