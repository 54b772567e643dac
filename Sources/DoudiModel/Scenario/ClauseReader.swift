import DoudiInputs

/// Reads the digest of a place's clauses: nothing computes with it, but its shape is checked.
struct ClauseReader {
  let bag: DiagnosticBag

  /// Reports unknown and missing keys, and clauses given twice.
  /// - Returns: the clauses, each as "DOCUMENT CLAUSE".
  @discardableResult
  func read(_ node: YAMLNode) -> Set<String> {
    guard let top = MappingReader(node, Bilingual(zh: "条款摘要", en: "a digest of clauses"), bag: bag) else {
      return []
    }
    top.allow(["schema", "book", "clauses"])
    _ = top.text("book")
    var seen: [String: SourceSpan] = [:]
    for item in top.list("clauses") {
      guard let one = MappingReader(item, Bilingual(zh: "条款", en: "a clause"), bag: bag) else { continue }
      one.allow(["document", "clause", "digest", "note"])
      _ = one.bilingual("digest")
      guard let clause = one.text("clause") else { continue }
      let key = (one.optionalText("document") ?? "main") + " " + clause
      if let first = seen[key] {
        bag.error(
          "DD1330", at: one.span("clause"),
          Bilingual(
            zh: "条款\(clause)重复，前一处在第\(first.start.line)行",
            en: "clause \(clause) occurs twice, first in line \(first.start.line)"))
      }
      seen[key] = item.span
    }
    return Set(seen.keys)
  }
}
