package import DoudiInputs

/// Reads the fixed keys of a mapping, reporting missing, misspelt and ill-typed ones.
package struct MappingReader {
  /// Keys and values.
  package let mapping: YAMLMapping
  /// Where the mapping begins.
  package let span: SourceSpan
  /// Receives every problem.
  package let bag: DiagnosticBag

  /// nil, after a report, where the node is no mapping.
  package init?(_ node: YAMLNode, _ what: Bilingual, bag: DiagnosticBag) {
    guard let mapping = node.mapping else {
      bag.error(
        "DD1305", at: node.span, Bilingual(zh: "\(what.zh)应为键值映射", en: "\(what.en) must be a mapping"))
      return nil
    }
    (self.mapping, span, self.bag) = (mapping, node.span, bag)
  }

  /// Reports keys that are not in `known`.
  package func allow(_ known: some Sequence<String>) {
    let names = Set(known)
    for entry in mapping.entries where !names.contains(entry.key) {
      let near = nearestName(to: entry.key, among: names.sorted())
      bag.error(
        "DD1302", at: entry.keySpan, Bilingual(zh: "不认识的键“\(entry.key)”", en: "unknown key \"\(entry.key)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
  }

  package func node(_ key: String) -> YAMLNode? { mapping[key] }
  package func span(_ key: String) -> SourceSpan { mapping[key]?.span ?? span }

  /// A required text.
  package func text(_ key: String) -> String? {
    guard let node = mapping[key] else {
      bag.error("DD1303", at: span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
      return nil
    }
    guard let text = node.scalarText, !text.isEmpty else {
      bag.error("DD1305", at: node.span, Bilingual(zh: "“\(key)”应为文字", en: "\"\(key)\" must be a text"))
      return nil
    }
    return text
  }

  package func optionalText(_ key: String) -> String? { mapping[key] == nil ? nil : text(key) }

  /// A required text in both languages.
  package func bilingual(_ key: String) -> Bilingual? {
    guard let node = mapping[key] else {
      bag.error("DD1303", at: span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
      return nil
    }
    guard let zh = node.mapping?["zh"]?.scalarText, let en = node.mapping?["en"]?.scalarText else {
      bag.error(
        "DD1305", at: node.span, Bilingual(zh: "“\(key)”须写中英文", en: "\"\(key)\" needs both languages"),
        hint: Bilingual(zh: "写{zh: …, en: …}", en: "write {zh: …, en: …}"))
      return nil
    }
    return Bilingual(zh: zh, en: en)
  }

  /// Reports a missing or unknown version of the file's shape.
  package func requireSchema() {
    guard let version = text("schema"), version != "1" else { return }
    bag.error(
      "DD1316", at: span("schema"),
      Bilingual(
        zh: "不支持schema \(version)，本程序支持1", en: "schema \(version) is not supported, this program reads 1"))
  }

  /// One of a few words.
  package func word(_ key: String, among words: [String], default fallback: String? = nil) -> String? {
    if mapping[key] == nil, let fallback { return fallback }
    guard let found = text(key) else { return nil }
    if words.contains(found) { return found }
    let near = nearestName(to: found, among: words)
    bag.error(
      "DD1311", at: self.span(key),
      Bilingual(
        zh: "“\(key)”应为\(words.joined(separator: "、"))之一",
        en: "\"\(key)\" must be one of \(words.joined(separator: ", "))"),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  /// A list of nodes; empty where not written.
  package func list(_ key: String) -> [YAMLNode] {
    guard let node = mapping[key], !node.isNull else { return [] }
    guard let items = node.sequence else {
      bag.error("DD1305", at: node.span, Bilingual(zh: "“\(key)”应为列表", en: "\"\(key)\" must be a list"))
      return []
    }
    return items
  }

  /// A list of texts with their places; empty where not written.
  package func texts(_ key: String) -> [(text: String, span: SourceSpan)] {
    list(key).compactMap { item in
      if let text = item.scalarText { return (text, item.span) }
      bag.error("DD1305", at: item.span, Bilingual(zh: "“\(key)”应列文字", en: "\"\(key)\" must list texts"))
      return nil
    }
  }

  /// A date YYYY-MM-DD, or "unknown", as written; nil after a report.
  package func date(_ key: String, isRequired: Bool = true) -> String? {
    guard isRequired || mapping[key] != nil, let text = text(key) else { return nil }
    if text == "unknown" || DayText.isDay(text) { return text }
    bag.error(
      "DD1310", at: span(key), Bilingual(zh: "“\(text)”不是日期", en: "\"\(text)\" is not a date"),
      hint: Bilingual(zh: "写YYYY-MM-DD或unknown", en: "write YYYY-MM-DD or unknown"))
    return nil
  }
}
