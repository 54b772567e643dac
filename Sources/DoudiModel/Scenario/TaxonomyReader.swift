import DoudiInputs

/// Reads the taxonomies of a book.
struct TaxonomyReader {
  let documents: [String: PolicyDocument]
  let bag: DiagnosticBag

  static let keys = ["id", "name", "cite", "overlap", "classes", "note"]
  static let classKeys = [
    "id", "name", "family", "clauses", "rules", "programmes", "groups", "lead", "with", "note",
  ]

  /// The entries of the book's list.
  func read(_ top: MappingReader) -> [Taxonomy] {
    top.list("taxonomies").compactMap(taxonomy)
  }

  private func taxonomy(_ node: YAMLNode) -> Taxonomy? {
    guard let one = MappingReader(node, Bilingual(zh: "分类", en: "a taxonomy"), bag: bag) else { return nil }
    one.allow(Self.keys)
    let (id, name) = (one.text("id"), one.bilingual("name"))
    let overlap = one.word("overlap", among: ["true", "false"], default: "false")
    let classes = one.list("classes").compactMap(self.class)
    guard let id, let name, let overlap else { return nil }
    reportTwice(classes)
    return Taxonomy(
      id: id, name: name, citation: citation(one), overlaps: overlap == "true", classes: classes,
      document: documents["main"], span: one.span("id"))
  }

  private func `class`(_ node: YAMLNode) -> Taxonomy.Class? {
    guard let one = MappingReader(node, Bilingual(zh: "类别", en: "a class"), bag: bag) else { return nil }
    one.allow(Self.classKeys)
    guard let id = one.text("id"), let name = one.bilingual("name") else { return nil }
    let family = one.node("family") == nil ? nil : one.word("family", among: BookReader.families)
    return Taxonomy.Class(
      id: id, name: name, family: family, clauses: one.texts("clauses"), rules: one.texts("rules"),
      programmes: one.texts("programmes"), groups: one.texts("groups"),
      lead: one.optionalText("lead").map { ($0, one.span("lead")) }, with: one.texts("with"),
      span: one.span("id"))
  }

  private func citation(_ one: MappingReader) -> Citation? {
    guard let node = one.node("cite"),
      let cite = MappingReader(node, Bilingual(zh: "cite", en: "cite"), bag: bag)
    else { return nil }
    cite.allow(["document", "clause", "quote"])
    let key = cite.optionalText("document") ?? "main"
    guard let clause = cite.text("clause") else { return nil }
    guard let document = documents[key] else {
      bag.error(
        "DD1319", at: cite.span("document"),
        Bilingual(zh: "没有名为“\(key)”的文件", en: "there is no document named \"\(key)\""))
      return nil
    }
    return Citation(
      document: document, clause: clause, quote: cite.optionalText("quote") ?? "", span: node.span)
  }

  private func reportTwice(_ classes: [Taxonomy.Class]) {
    var seen: Set<String> = []
    for one in classes where !seen.insert(one.id).inserted {
      bag.error("DD1317", at: one.span, Bilingual(zh: "\(one.id)重复", en: "\(one.id) occurs twice"))
    }
  }
}
