import DoudiInputs
import DoudiModel

extension RunPages {
  /// 参数与依据: assumptions by the money each moves, documents, clauses behind the rules.
  func parametersPage() -> Workbook.Page {
    var builder = builder(Labels.sheetParameters, unitLine: moneyLine)
    let tables =
      [report.assumptionsTable(unit), report.documentsTable()]
      + [report.deadlinesTable()].compactMap { $0 } + [clausesTable()]
    _ = stack(tables, on: &builder)
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
        Column("document", Labels.document, .texts(headers.map(\.citation.document.title)), width: 34),
        Column("number", Labels.number, .texts(headers.map(\.citation.document.number)), width: 24),
        Column("clause", Labels.clause, .texts(headers.map(\.citation.clause)), width: 20),
        Column("words", Labels.clauseWords, .texts(headers.map(\.citation.words)), width: 40),
      ])
  }
}
