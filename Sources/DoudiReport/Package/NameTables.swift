import DoudiInputs
import DoudiModel
import DoudiUnits

/// Names of what the long tables hold as codes: regions, programmes, funds, groups, amounts, documents.
struct NameTables {
  private let report: RunReport

  init(_ report: RunReport) { self.report = report }

  private var model: Model { report.model }

  /// All of them.
  func all() -> [Table] { [places(), programmes(), funds(), groups(), amounts(), documents()] }

  private func places() -> Table {
    let regions = model.space.tree.regions
    return Table(
      id: "places", title: Labels.regions,
      columns: [
        Column("region", .texts(regions.map(\.code.text))),
        Column("parent", .texts(regions.map { $0.parent?.text })),
      ] + names(regions.map(\.name)) + [Column("tier", .texts(regions.map(\.tier.id)))])
  }

  private func programmes() -> Table {
    let all = model.programmes
    return Table(
      id: "programmes", title: Labels.programme,
      columns: [Column("programme", .texts(all.map(\.id)))] + names(all.map(\.name)) + [
        Column("family", .texts(all.map(\.family))), Column("fund", .texts(all.map(\.fund))),
      ])
  }

  private func funds() -> Table { named("funds", "fund", model.funds) }
  private func groups() -> Table { named("groups", "group", model.groups) }

  private func amounts() -> Table {
    let all = model.amounts
    return Table(
      id: "amounts", title: Labels.amount,
      columns: [Column("amount", .texts(all.map(\.gives)))] + names(all.map(\.header.name)) + [
        Column("unit", .texts(all.map(\.unit.text))),
        Column("rule", .texts(all.map(\.header.id))),
        Column("clause", .texts(all.map(\.header.citation.clause))),
        Column("document", .texts(all.map(\.header.citation.document.number))),
      ])
  }

  /// Every document a rule cites, once, in the order of their numbers.
  var cited: [PolicyDocument] {
    let headers =
      model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
      + model.limits.map(\.header)
    let all = Set(headers.map(\.citation.document))
    return all.sorted { LongTables.before($0.number + $0.title, $1.number + $1.title) }
  }

  private func documents() -> Table {
    let all = cited
    return Table(
      id: "documents", title: Labels.documents,
      columns: [
        Column("document", .texts(all.map(\.number))), Column("title", .texts(all.map(\.title))),
        Column("issued", .texts(all.map(\.issued))), Column("valid_until", .texts(all.map(\.validUntil))),
        Column("verified", .texts(all.map(\.verified))), Column("source", .texts(all.map(\.source))),
      ])
  }

  private func named(_ id: String, _ key: String, _ entries: [NamedEntry]) -> Table {
    Table(
      id: id, title: Labels.name,
      columns: [Column(key, .texts(entries.map(\.id)))] + names(entries.map(\.name)))
  }

  private func names(_ names: [Bilingual]) -> [Column] {
    [Column("name_zh", .texts(names.map(\.zh))), Column("name_en", .texts(names.map(\.en)))]
  }
}
