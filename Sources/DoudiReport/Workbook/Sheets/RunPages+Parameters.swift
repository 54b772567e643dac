import DoudiInputs
import DoudiModel

extension RunPages {
  /// 参数与依据: assumptions by the money each moves, documents, clauses behind the rules.
  func parametersPage() -> Workbook.Page {
    var builder = builder(Labels.sheetParameters, unitLine: moneyLine)
    builder.caps = [26, 34, 16, 20, 50, 20]
    let assumptions = report.assumptionsTable(unit)
    builder.section(section(assumptions))
    builder.parts(assumptions)
    for table in [report.documentsTable().ordered(["number", "title", "issued", "valid_until", "verified"])]
      + [report.deadlinesTable()?.ordered(["id", "state", "deadline", "clause", "reason"])].compactMap({ $0 })
    {
      builder.section(section(table))
      builder.table(table)
    }
    let clauses = clausesTable()
    builder.section(section(clauses))
    builder.parts(clauses)
    return Workbook.Page(builder.finish())
  }

  /// Every rule of the run with document, clause and its words.
  private func clausesTable() -> Table {
    let model = report.model
    let headers =
      model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
      + model.limits.map(\.header)
    return Table(
      id: "clauses", title: Labels.clausesOfRules,
      columns: [
        Column("rule", Labels.ruleTitle, .texts(headers.map(\.id))),
        Column("name", Labels.name, .notes(headers.map(\.name)), width: 34),
        Column("clause", Labels.clause, .texts(headers.map(\.citation.clause)), width: 20),
        Column("number", Labels.number, .texts(headers.map(\.citation.document.number)), width: 24),
        Column("words", Labels.clauseWords, .texts(headers.map(\.citation.words)), width: 60),
      ])
  }
}

extension Table {
  /// Its columns in an order; those that are not named follow.
  func ordered(_ ids: [String]) -> Table {
    var copy = self
    copy.columns =
      ids.compactMap { id in columns.first { $0.id == id } } + columns.filter { !ids.contains($0.id) }
    return copy
  }
}
