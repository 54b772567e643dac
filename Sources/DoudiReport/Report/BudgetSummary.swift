import DoudiInputs
import DoudiModel
import DoudiUnits

/// The budget summary: totals by programme, tier and place, the change with its causes, limits, chances,
/// assumptions by the money they move, documents, provenance. Every figure of its sentences is read from one
/// of its tables.
struct BudgetSummary {
  let content: ExportContent
  let form: PrintForm
  let charts: ReportCharts
  private var unit: MoneyUnit { form.unit }

  /// The document; nil where nothing was run.
  func document() -> ReportDocument? {
    guard let run = content.run else { return nil }
    let title = Labels.summaryTitle(run.model.scenario.title)
    var made = ReportDocument(id: "report", title: form.words(title), form: form)
    made.say(form.words(Labels.madeBy(content.provenance)))
    made.say(form.words(run.basisLine))
    if form.printing == .rounded { made.say(form.words(Labels.roundedNote)) }
    let budgets = run.budgetTables(unit)
    var number = Numbering(form)
    made.add(.heading(2, number.next(Labels.overview)))
    made.add(.list(SummarySentences(content: content, run: run, budgets: budgets, form: form).all))
    addMoney(run, &number, &made)
    made.add(.heading(2, number.next(Labels.againstLastYear)))
    made.add(tables: budgets.map(\.bare))
    made.add(.heading(2, number.next(Labels.standardsAndPeople)))
    made.add(tables: [run.standardsTable().bare, run.caseloadTable().bare])
    made.add(.heading(2, number.next(Labels.limitsHeading)))
    made.add(.table(run.limitsTable(unit).bare))
    if let cases = run.casesTable() { made.add(.table(cases.bare)) }
    addUncertainty(run, &number, &made)
    if let allocation = content.allocation { AllocationPart.add(allocation, charts, &number, &made) }
    addSources(run, &number, &made)
    if let changes = content.changes {
      made.add(.heading(2, number.next(Labels.changeLog)))
      made.add(tables: changes.printed)
    }
    made.add(.heading(2, number.next(Labels.provenance)))
    made.add(tables: [content.provenance.table(), content.provenance.inputsTable()])
    return made
  }

  private func addMoney(_ run: RunReport, _ number: inout Numbering, _ made: inout ReportDocument) {
    made.add(.heading(2, number.next(Labels.moneyHeading)))
    var summary = run.summaryTable(unit).bare
    if form.printing == .adjusted { summary.notes.append(Labels.fitted) }
    made.add(.table(summary))
    if let chart = charts.programmes { made.add(.chart(chart)) }
    made.add(tables: [run.tierTable(unit).bare, run.regionTable(unit).bare])
    if let chart = charts.places { made.add(.chart(chart)) }
  }

  private func addUncertainty(_ run: RunReport, _ number: inout Numbering, _ made: inout ReportDocument) {
    made.add(.heading(2, number.next(Labels.uncertaintyHeading)))
    guard let drawn = content.uncertainty else { return made.say(form.words(Labels.nothingDrawn)) }
    let screens = drawn.fan.screenTables(unit)
    let central = CentralColumn(run: run, form: form)
    for table in screens where table.id != "chances" {
      made.add(.table(central.alike(table).bare))
      if table.id == "fan_total", let chart = charts.fan { made.add(.chart(chart)) }
    }
    if let ceilings = drawn.fan.ceilingTable(unit) { made.add(.table(ceilings)) }
    if let chances = screens.first(where: { $0.id == "chances" }) { made.add(.table(ofWhole(chances, run))) }
    made.add(.table(drawn.tornado.screenTable(unit).bare))
    if let chart = charts.tornado { made.add(.chart(chart)) }
    if let chart = charts.heat { made.add(.chart(chart)) }
    if let cost = oneUnitMore(drawn) { made.add(.table(cost)) }
  }

  /// Chances of the whole place; those of its parts are in a file.
  private func ofWhole(_ chances: Table, _ run: RunReport) -> Table {
    let printed = form.print(chances)
    let name = form.words(run.root.name)
    let column = printed.column("region") ?? 0
    var kept = printed.keeping { printed.text($0, column) == name }
    if kept.rowCount < chances.rowCount { kept.notes.append(Labels.chancesOfParts) }
    return kept
  }

  /// What one yuan more of each standard costs; nil where there is none.
  private func oneUnitMore(_ drawn: UncertaintyContent) -> Table? {
    guard let table = drawn.reckoner?.screenTables(unit).first else { return nil }
    let printed = form.print(table.bare)
    let kept = printed.keeping { printed.id($0).hasPrefix("amount.") }
    return kept.rowCount > 0 ? kept : nil
  }

  private func addSources(_ run: RunReport, _ number: inout Numbering, _ made: inout ReportDocument) {
    made.add(.heading(2, number.next(Labels.assumptionsHeading)))
    made.add(.table(run.assumptionsTable(unit).bare))
    made.add(.heading(2, number.next(Labels.documentsHeading)))
    made.add(.table(run.documentsTable()))
    if let deadlines = run.deadlinesTable() { made.add(.table(deadlines)) }
  }
}

extension Table {
  /// Without the lines above it: the document says them once.
  var bare: Table {
    var copy = self
    copy.lead = []
    return copy
  }
}

/// Numbers of headings: 一、二、三 or 1, 2, 3.
struct Numbering {
  private let form: PrintForm
  private var count = 0

  init(_ form: PrintForm) { self.form = form }

  /// The next heading.
  mutating func next(_ words: Bilingual) -> String {
    count += 1
    return form.words(Labels.numbered(count, words))
  }
}
