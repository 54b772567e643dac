import DoudiInputs

/// Finds which payment rules the classes of taxonomies claim, and checks every name they use.
///
/// A rule named under `rules` belongs to the classes that name it. Any other belongs to the classes that
/// name its programme, a group it pays, or the clause of the book's own document it cites.
struct TaxonomyBinder {
  let books: [Book]
  let merged: MergedBook
  let payments: [PaymentRule]
  /// Groups by position.
  let groups: [NamedEntry]
  let bag: DiagnosticBag

  /// The taxonomies of all books, a later one in place of an earlier one of the same name.
  func bind() -> [BoundTaxonomy] {
    let all = books.flatMap(\.taxonomies)
    let last = Dictionary(all.map { ($0.id, $0) }) { $1 }
    var seen: Set<String> = []
    checkProgrammes()
    return all.compactMap { one in
      guard seen.insert(one.id).inserted, let taxonomy = last[one.id] else { return nil }
      return bound(taxonomy)
    }
  }

  private var departments: Set<String> { Set(books.flatMap(\.departments).map(\.id)) }
  private var groupNames: Set<String> { Set(groups.map(\.id) + merged.groups.map(\.id)) }

  /// Names in the programmes' own keys.
  private func checkProgrammes() {
    for programme in merged.programmes {
      if let department = programme.department {
        check([department], departments, Bilingual(zh: "部门", en: "department"))
      }
      check(programme.groups, groupNames, Bilingual(zh: "人群", en: "group"))
    }
  }

  private func bound(_ taxonomy: Taxonomy) -> BoundTaxonomy {
    let rules = Set(books.flatMap(\.rules).map(\.id))
    for one in taxonomy.classes {
      check(one.rules, rules, Bilingual(zh: "规则", en: "rule"))
      check(one.programmes, Set(merged.programmes.map(\.id)), Bilingual(zh: "项目", en: "programme"))
      check(one.groups, groupNames, Bilingual(zh: "人群", en: "group"))
      check(one.with + [one.lead].compactMap { $0 }, departments, Bilingual(zh: "部门", en: "department"))
    }
    var claims: [[Int]] = taxonomy.classes.map { _ in [] }
    for (position, payment) in payments.enumerated() {
      let found = classes(of: payment, in: taxonomy)
      for index in found { claims[index].append(position) }
      if found.count > 1, !taxonomy.overlaps { clash(payment, found.map { taxonomy.classes[$0] }) }
    }
    return BoundTaxonomy(taxonomy: taxonomy, claims: claims)
  }

  private func classes(of payment: PaymentRule, in taxonomy: Taxonomy) -> [Int] {
    let header = payment.header
    let named = taxonomy.classes.indices.filter {
      taxonomy.classes[$0].rules.contains { $0.text == header.id }
    }
    if !named.isEmpty { return named }
    let programme = merged.programmes[payment.form.programme].id
    let paid = Set(header.reads.groups.map { groups[$0].id })
    let isOwn = header.citation.document == taxonomy.document
    return taxonomy.classes.indices.filter { index in
      let one = taxonomy.classes[index]
      return one.programmes.contains { $0.text == programme }
        || one.groups.contains { paid.contains($0.text) }
        || (isOwn && one.clauses.contains { $0.text == header.citation.clause })
    }
  }

  private func clash(_ payment: PaymentRule, _ classes: [Taxonomy.Class]) {
    let names = classes.map(\.id).joined(separator: ", ")
    bag.error(
      "DD1325", at: classes[1].span,
      Bilingual(
        zh: "规则\(payment.header.id)同时属于\(names)", en: "rule \(payment.header.id) belongs to \(names)"),
      hint: Bilingual(
        zh: "在其中一类的rules中写\(payment.header.id)，或写overlap: true",
        en: "name \(payment.header.id) under rules of one of them, or write overlap: true"))
  }

  private func check(_ names: [(text: String, span: SourceSpan)], _ known: Set<String>, _ kind: Bilingual) {
    for one in names where !known.contains(one.text) {
      let near = nearestName(to: one.text, among: known.sorted())
      bag.error(
        "DD1306", at: one.span,
        Bilingual(zh: "没有名为“\(one.text)”的\(kind.zh)", en: "there is no \(kind.en) named \"\(one.text)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
  }
}
