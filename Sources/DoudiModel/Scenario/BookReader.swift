import DoudiInputs
import DoudiUnits

/// Reads one policy book.
struct BookReader {
  let loader: SourceLoader
  let bag: DiagnosticBag

  static let keys = [
    "schema", "book", "name", "region", "tier", "inherits", "documents", "funds", "programmes", "groups",
    "rules", "register", "departments", "taxonomies", "fund_uses", "indicators",
  ]
  /// Families of assistance.
  static let families = ["basic", "specialised", "urgent", "care", "social", "administration"]
  /// Keys that every rule may have besides those of its form.
  static let ruleKeys = [
    "id", "form", "name", "cite", "strictness", "replaces", "enabled", "note",
  ]

  func read(_ path: String, referrer: SourceSpan?) -> Book? {
    guard let file = loader.load(path, into: bag, referrer: referrer),
      let node = YAMLReader.read(file, into: bag),
      let top = MappingReader(node, Bilingual(zh: "政策文本", en: "a policy book"), bag: bag)
    else { return nil }
    top.allow(Self.keys)
    checkSchema(top)
    let id = top.text("book")
    if let id { checkFolder(path, id, top.span("book")) }
    let name = top.bilingual("name")
    let region = self.region(top)
    let tier = top.word("tier", among: Tier.allCases.map(\.id)).flatMap { Tier(id: $0) }
    let documents = self.documents(top)
    let entries = rules(top, documents)
    let register = top.list("register").compactMap { self.register($0, documents) }
    guard let id, let name, let region, let tier else { return nil }
    return Book(
      id: id, name: name, region: region, tier: tier,
      inherits: top.optionalText("inherits").map { ($0, top.span("inherits")) },
      documents: documents, funds: named(top, "funds"),
      programmes: unique(
        top.list("programmes").compactMap { node in programme(node).map { ($0, $0.id, node.span) } }),
      groups: named(top, "groups"),
      departments: named(top, "departments"), indicators: named(top, "indicators"),
      taxonomies: TaxonomyReader(documents: documents, bag: bag).read(top),
      fundUses: FundUseReader(bag: bag, citation: { citation($0, documents) }).read(top),
      rules: entries, register: register, canonical: Self.canonical(node))
  }

  /// What a run is identified by: all but the names of indicators, which change no figure.
  private static func canonical(_ node: YAMLNode) -> String {
    guard let entries = node.mapping?.entries.filter({ $0.key != "indicators" }) else {
      return node.canonicalText
    }
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: node.span).canonicalText
  }

  private func checkSchema(_ top: MappingReader) {
    guard let version = top.text("schema"), version != "1" else { return }
    bag.error(
      "DD1316", at: top.span("schema"),
      Bilingual(
        zh: "不支持schema \(version)，本程序支持1", en: "schema \(version) is not supported, this program reads 1"))
  }

  /// A book is named by its folder: under another name it would not be found again.
  private func checkFolder(_ path: String, _ id: String, _ span: SourceSpan) {
    let parts = path.split(separator: "/")
    guard parts.count > 1, !parts[parts.count - 2].allSatisfy({ $0 == "." }) else { return }
    let folder = parts[parts.count - 2]
    guard folder != id else { return }
    bag.error(
      "DD1324", at: span,
      Bilingual(
        zh: "book写作“\(id)”，所在文件夹却是“\(folder)”", en: "the book is \"\(id)\", its folder \"\(folder)\""),
      hint: Bilingual(zh: "两者须相同", en: "make them the same"))
  }

  private func region(_ top: MappingReader) -> RegionCode? {
    guard let text = top.text("region") else { return nil }
    if let code = RegionCode(text) { return code }
    bag.error(
      "DD1309", at: top.span("region"),
      Bilingual(zh: "“\(text)”不是区划代码", en: "\"\(text)\" is not a region code"))
    return nil
  }

  private func documents(_ top: MappingReader) -> [String: PolicyDocument] {
    guard let node = top.node("documents"),
      let all = MappingReader(node, Bilingual(zh: "documents", en: "documents"), bag: bag)
    else {
      _ = top.text("documents")
      return [:]
    }
    var found: [String: PolicyDocument] = [:]
    for entry in all.mapping.entries {
      guard let one = MappingReader(entry.node, Bilingual(zh: "文件", en: "a document"), bag: bag) else {
        continue
      }
      one.allow(["title", "number", "issued", "valid_until", "verified", "place", "source", "url"])
      let (title, number, issued) = (one.text("title"), one.text("number"), one.date("issued"))
      let (until, verified) = (one.date("valid_until"), one.date("verified"))
      // A faulty document still counts as named: what cites it is not at fault.
      found[entry.key] = PolicyDocument(
        title: title ?? "", number: number ?? "", issued: issued ?? "unknown", validUntil: until ?? "unknown",
        verified: verified ?? "unknown", source: one.optionalText("source") ?? one.optionalText("url"))
    }
    return found
  }

  private func named(_ top: MappingReader, _ key: String) -> [NamedEntry] {
    unique(
      top.list(key).compactMap { node in
        guard let one = MappingReader(node, Bilingual(zh: key, en: key), bag: bag) else { return nil }
        one.allow(["id", "name", "note"])
        guard let id = one.text("id"), let name = one.bilingual("name") else { return nil }
        return (NamedEntry(id: id, name: name), id, node.span)
      })
  }

  /// The entries without those whose identifier stood before, which are reported.
  private func unique<Item>(_ entries: [(Item, id: String, span: SourceSpan)]) -> [Item] {
    var seen: [String: SourceSpan] = [:]
    return entries.compactMap { entry, id, span in
      if let first = seen[id] {
        reportRepeated(id, span, first)
        return nil
      }
      seen[id] = span
      return entry
    }
  }

  private func reportRepeated(_ id: String, _ span: SourceSpan, _ first: SourceSpan) {
    bag.error(
      "DD1317", at: span,
      Bilingual(
        zh: "\(id)重复，前一处在第\(first.start.line)行", en: "\(id) occurs twice, first in line \(first.start.line)"))
  }

  private func programme(_ node: YAMLNode) -> Programme? {
    guard let one = MappingReader(node, Bilingual(zh: "项目", en: "a programme"), bag: bag) else { return nil }
    one.allow(["id", "name", "family", "fund", "classification", "department", "groups", "note"])
    guard let id = one.text("id"), let name = one.bilingual("name"),
      let family = one.word("family", among: Self.families), let fund = one.text("fund")
    else { return nil }
    var classification: (code: String, name: String, isVerified: Bool)?
    let what = Bilingual(zh: "classification", en: "classification")
    if let node = one.node("classification"), let code = MappingReader(node, what, bag: bag) {
      code.allow(["code", "name", "verified"])
      guard let number = code.text("code"), let title = code.text("name"),
        let isVerified = code.word("verified", among: ["true", "false"])
      else { return nil }
      classification = (number, title, isVerified == "true")
    }
    return Programme(
      id: id, name: name, family: family, fund: fund, fundSpan: one.span("fund"),
      department: one.optionalText("department").map { ($0, one.span("department")) },
      groups: one.texts("groups"), classification: classification)
  }

  private func rules(_ top: MappingReader, _ documents: [String: PolicyDocument]) -> [RuleEntry] {
    unique(top.list("rules").compactMap { node in rule(node, documents).map { ($0, $0.id, node.span) } })
  }

  private func rule(_ node: YAMLNode, _ documents: [String: PolicyDocument]) -> RuleEntry? {
    guard let one = MappingReader(node, Bilingual(zh: "规则", en: "a rule"), bag: bag) else { return nil }
    guard let id = one.text("id"), let form = one.text("form"), let name = one.bilingual("name") else {
      return nil
    }
    guard let type = FormRegistry.form(named: form) else {
      let near = nearestName(to: form, among: FormRegistry.forms.map { $0.name })
      bag.error(
        "DD1301", at: one.span("form"),
        Bilingual(zh: "没有名为“\(form)”的规则形式", en: "there is no form named \"\(form)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return nil
    }
    one.allow(Self.ruleKeys + type.keys.map(\.name))
    guard let citation = citation(one, documents) else { return nil }
    let strict = one.word("strictness", among: Strictness.allCases.map(\.rawValue), default: "hard")
    return RuleEntry(
      id: id, form: form, name: name, citation: citation,
      strictness: strict.flatMap { Strictness(rawValue: $0) } ?? .hard,
      isEnabled: one.word("enabled", among: ["true", "false"], default: "true") != "false",
      replaces: one.texts("replaces").map { ($0.text, $0.span) },
      mapping: one.mapping, span: node.span)
  }

  private func citation(_ rule: MappingReader, _ documents: [String: PolicyDocument]) -> Citation? {
    guard let node = rule.node("cite") else {
      bag.error("DD1318", at: rule.span, Bilingual(zh: "规则缺少出处cite", en: "the rule cites no clause"))
      return nil
    }
    guard let cite = MappingReader(node, Bilingual(zh: "cite", en: "cite"), bag: bag) else { return nil }
    cite.allow(["document", "clause", "quote", "sense"])
    guard let document = document(cite, documents) else { return nil }
    guard let clause = cite.text("clause") else { return nil }
    return Citation(
      document: document, clause: clause, quote: cite.optionalText("quote") ?? "",
      sense: cite.optionalText("sense") ?? "", span: node.span)
  }

  /// The document a citation or a register entry names, "main" where it names none.
  private func document(_ reader: MappingReader, _ documents: [String: PolicyDocument]) -> PolicyDocument? {
    let key = reader.optionalText("document") ?? "main"
    if let document = documents[key] { return document }
    let near = nearestName(to: key, among: documents.keys.sorted())
    bag.error(
      "DD1319", at: reader.span("document"),
      Bilingual(zh: "没有名为“\(key)”的文件", en: "there is no document named \"\(key)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  static let treatments = ["monitored", "taxonomy", "timetable", "eligibility", "process", "not_computable"]

  private func register(_ node: YAMLNode, _ documents: [String: PolicyDocument]) -> RegisterEntry? {
    guard let one = MappingReader(node, Bilingual(zh: "登记项", en: "a register entry"), bag: bag) else {
      return nil
    }
    one.allow(["id", "document", "clause", "quote", "treatment", "reason", "deadline"])
    guard let id = one.text("id"), let clause = one.text("clause"),
      let treatment = one.word("treatment", among: Self.treatments), let reason = one.bilingual("reason"),
      let document = document(one, documents)
    else { return nil }
    let citation = Citation(
      document: document, clause: clause, quote: one.optionalText("quote") ?? "", span: node.span)
    return RegisterEntry(
      id: id, citation: citation, treatment: treatment, reason: reason,
      deadline: one.date("deadline", isRequired: false))
  }
}
