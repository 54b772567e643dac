import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Assumptions and estimates by the money each moves, largest first.
  public func assumptionsTable(_ unit: MoneyUnit, limit: Int? = nil) -> Table {
    let rows = effects.prefix(limit ?? effects.count).map { ($0, model.assumptions[$0.assumption]) }
    let origins = rows.map { $0.1.origin }
    let cut = limit.map { $0 < effects.count } ?? false
    return Table(
      id: "assumptions", title: title(Labels.assumptions, unit: unit.label), lead: [basisLine],
      columns: [
        Column("name", Labels.name, .texts(rows.map { $0.1.name })),
        Column("value", Labels.setTo, .notes(rows.map { $0.1.text(model.space.tree) }), width: 30),
        Column("status", Labels.statusTitle, .notes(rows.map { Labels.status($0.1.status) })),
        Column("fen_moved", Labels.moved, .fen(rows.map { $0.0.moved.fen })),
        Column(
          "why", Labels.reason,
          .notes(
            zip(rows, origins).map { row, origin in
              origin?.why ?? origin?.source.map(Self.source)
                ?? row.1.citation.map { Self.clause($0.clause) }
            }), width: 40),
      ],
      notes: [Labels.stepMoved] + (cut ? [Labels.shown(rows.count, of: effects.count)] : []))
  }

  /// What stands in for a reason, in the words of whoever wrote it.
  private static func source(_ text: String) -> Bilingual {
    Bilingual(zh: Labels.source.zh + text, en: Labels.source.en + text)
  }

  private static func clause(_ text: String) -> Bilingual {
    Bilingual(zh: Labels.clauseIs.zh + text, en: Labels.clauseIs.en + text)
  }

  /// Documents: when issued, until when valid, when last seen in force.
  public func documentsTable() -> Table {
    var documents: [PolicyDocument] = []
    for book in model.books {
      documents += book.documents.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }
    let first = model.scenario.horizon.first
    let known = { (text: String) in text == "unknown" ? Labels.unknown : Bilingual(zh: text, en: text) }
    return Table(
      id: "documents", title: title(Labels.documents, unit: nil),
      columns: [
        Column("title", Labels.document, .texts(documents.map(\.title)), width: 40),
        Column("number", Labels.number, .texts(documents.map(\.number)), width: 24),
        Column("issued", Labels.issued, .notes(documents.map { known($0.issued) })),
        Column("valid_until", Labels.validUntil, .notes(documents.map { known($0.validUntil) })),
        Column("verified", Labels.verified, .notes(documents.map { known($0.verified) })),
        Column(
          "note", Labels.note,
          .notes(
            documents.map {
              Self.hasPassed($0.validUntil, before: first) ? Labels.expired : nil
            })),
      ])
  }

  /// Register entries whose date lies before the horizon; nil where there is none.
  public func deadlinesTable() -> Table? {
    let first = model.scenario.horizon.first
    let passed = model.register.filter { $0.deadline.map { Self.hasPassed($0, before: first) } ?? false }
    guard !passed.isEmpty else { return nil }
    return Table(
      id: "deadlines", title: title(Labels.deadlines, unit: nil),
      columns: [
        Column("id", Labels.mechanism, .texts(passed.map(\.id))),
        Column("deadline", Labels.deadline, .texts(passed.map(\.deadline))),
        Column("clause", Labels.clause, .texts(passed.map(\.citation.clause))),
        Column("reason", Labels.note, .notes(passed.map(\.reason)), width: 60),
        Column("state", Labels.verdict, .notes(passed.map { _ in Labels.expired })),
      ])
  }

  /// True for a date (a year, a month or a day) that ends before a month begins.
  static func hasPassed(_ date: String, before month: Month) -> Bool {
    Period(date.prefix(7)).map { $0 < .month(month) } ?? false
  }
}
