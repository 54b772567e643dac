import DoudiInputs
public import DoudiModel

/// What books say, as tables.
public enum RulesTable {
  /// Every rule with its form, its parameters as written and its clause.
  public static func rules(_ volumes: [BookShelf.Volume]) -> Table {
    let rows = rows(volumes)
    return Table(
      id: "rules", title: Labels.ruleList,
      columns: [
        Column("id", Labels.mechanism, .texts(rows.map(\.rule.id))),
        bookColumn(rows.map(\.book)),
        Column("name", Labels.name, .notes(rows.map(\.rule.name)), width: 30),
        Column("form", Labels.form, .texts(rows.map(\.rule.form))),
        Column("treatment", Labels.treatment, .words(treatments(rows.map(\.treatment)), words), width: 24),
        Column("parameters", Labels.parameters, .notes(rows.map { parameters($0.rule) }), width: 60),
        Column("clause", Labels.clause, .texts(rows.map(\.rule.citation.clause)), width: 14),
        Column("quote", Labels.note, .texts(rows.map(\.rule.citation.words)), width: 40),
      ])
  }

  /// A rule with its book and what is done about it.
  static func rows(
    _ volumes: [BookShelf.Volume]
  ) -> [(book: Book, rule: RuleEntry, treatment: Treatment)] {
    volumes.flatMap { volume in volume.rules.map { (volume.book, $0.rule, $0.treatment) } }
  }

  /// The values that rules leave to the place: what is asked, what is suggested and where that comes from;
  /// nil where there are none.
  public static func openTerms(_ volumes: [BookShelf.Volume]) -> Table? {
    let rows = rows(volumes).flatMap { row in
      row.rule.parameters.compactMap { one in one.open.map { (name: "\(row.rule.id).\(one.key)", open: $0) } }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "open_terms", title: Labels.openTerms,
      columns: [
        Column("name", Labels.name, .texts(rows.map(\.name))),
        Column("meaning", Labels.meaning, .notes(rows.map(\.open.meaning)), width: 50),
        Column("unit", Labels.unit, .texts(rows.map(\.open.unit))),
        Column("suggested", Labels.suggested, .texts(rows.map(\.open.suggested)), width: 30),
        Column("suggested_source", Labels.suggestedBy, .texts(rows.map(\.open.source)), width: 160),
      ])
  }

  /// Every mechanism with what is done about each of its parts.
  public static func coverage(_ coverage: Coverage) -> Table {
    let rows = coverage.mechanisms.flatMap { mechanism -> [(Coverage.Mechanism, Treatment?)] in
      mechanism.treatments.isEmpty ? [(mechanism, nil)] : mechanism.treatments.map { (mechanism, $0) }
    }
    return Table(
      id: "coverage", title: Labels.coverage,
      columns: [
        Column("id", Labels.mechanism, .texts(rows.map(\.0.id))),
        bookColumn(rows.map(\.0.book)),
        Column("clause", Labels.clause, .texts(rows.map { $0.1?.citation.clause ?? $0.0.clause }), width: 14),
        Column("treatment", Labels.treatment, .words(treatments(rows.map(\.1)), words), width: 24),
        Column("rule", Labels.ruleList, .texts(rows.map { $0.1?.rule?.id })),
        Column("form", Labels.form, .texts(rows.map { $0.1?.rule?.form })),
        Column("open_terms", Labels.openTerms, .texts(rows.map { openTerms($0.1) }), width: 30),
        Column("detail", Labels.detail, .notes(rows.map { detail($0.1) }), width: 44),
      ],
      notes: [
        Labels.covered(
          coverage.mechanisms.count, missing: coverage.missing.count, undigested: coverage.undigested.count)
      ])
  }

  private static func bookColumn(_ books: [Book?]) -> Column {
    var words: [Word] = []
    let positions = books.map { book -> Int32 in
      guard let book else { return -1 }
      if let known = words.firstIndex(where: { $0.id == book.id }) { return Int32(known) }
      words.append(Word(book.id, book.name))
      return Int32(words.count - 1)
    }
    return Column("book", Labels.book, .words(positions, words), width: 14)
  }

  private static let ids = [
    "computed", "tested", "monitored", "off", "disabled", "taxonomy", "timetable", "eligibility", "process",
    "not_computable",
  ]

  private static let words =
    ids.map { Word($0, Labels.treatment($0)) } + [Word("unaccounted", Labels.unaccounted)]

  private static func treatments(_ all: [Treatment?]) -> [Int32] {
    all.map { one in Int32(one.flatMap { ids.firstIndex(of: $0.id) } ?? ids.count) }
  }

  private static func openTerms(_ treatment: Treatment?) -> String? {
    guard let open = treatment?.rule?.openTerms, !open.isEmpty else { return nil }
    return open.joined(separator: " ")
  }

  private static func detail(_ treatment: Treatment?) -> Bilingual? {
    switch treatment {
    case .registered(let entry): entry.reason
    case .some(let one): one.rule?.name
    case nil: nil
    }
  }

  private static func parameters(_ rule: RuleEntry) -> Bilingual {
    let parts = rule.parameters.map { one -> Bilingual in
      guard one.isOpen else { return Bilingual(zh: "\(one.key)=\(one.text)", en: "\(one.key)=\(one.text)") }
      let open = Labels.open(one.open?.unit ?? "", one.text)
      return Bilingual(zh: "\(one.key)：\(open.zh)", en: "\(one.key): \(open.en)")
    }
    return Bilingual(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }
}
