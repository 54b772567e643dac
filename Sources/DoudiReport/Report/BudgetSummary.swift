import DoudiInputs
import DoudiModel

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
    var number = Numbering(form)
    made.add(.heading(2, number.next(Labels.overview)))
    made.add(.list(SummarySentences(content: content, run: run, form: form).all))
    addMoney(run, &number, &made)
    made.add(.heading(2, number.next(Labels.againstLastYear)))
    made.add(tables: run.budgetTables(unit).map(\.bare))
    made.add(.heading(2, number.next(Labels.standardsAndPeople)))
    made.add(tables: [run.standardsTable().bare, run.caseloadTable().bare])
    made.add(.heading(2, number.next(Labels.limitsHeading)))
    made.add(.table(run.limitsTable(unit).bare))
    if let cases = run.casesTable() { made.add(.table(cases.bare)) }
    addUncertainty(&number, &made)
    if let allocation = content.allocation { AllocationPart.add(allocation, charts, &number, &made) }
    addSources(run, &number, &made)
    if let changes = content.changes {
      made.add(.heading(2, number.next(Labels.changeLog)))
      made.add(.table(changes))
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

  private func addUncertainty(_ number: inout Numbering, _ made: inout ReportDocument) {
    made.add(.heading(2, number.next(Labels.uncertaintyHeading)))
    guard let drawn = content.uncertainty else { return made.say(form.words(Labels.nothingDrawn)) }
    made.add(tables: drawn.fan.screenTables(unit).filter { $0.id != "chances" }.map(\.bare))
    if let chart = charts.fan { made.add(.chart(chart)) }
    made.add(
      tables: [drawn.fan.ceilingTable(unit), drawn.fan.screenTables(unit).first { $0.id == "chances" }]
        .compactMap { $0 })
    made.add(.table(drawn.tornado.screenTable(unit).bare))
    if let chart = charts.tornado { made.add(.chart(chart)) }
    if let chart = charts.heat {
      made.add(.chart(chart))
      // Where the picture is there, its figures stand in its cells.
    }
    if let reckoner = drawn.reckoner, let run = content.run {
      made.add(.table(reckoner.screenTables(unit, root: run.root.code.text)[0].bare))
    }
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
