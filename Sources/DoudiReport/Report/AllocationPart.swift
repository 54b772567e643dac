import DoudiInputs

/// The part of a document that says who gets how much of a pot.
enum AllocationPart {
  /// Adds its tables and its figure.
  static func add(
    _ allocation: AllocationReport, _ charts: ReportCharts, _ number: inout Numbering,
    _ made: inout ReportDocument
  ) {
    made.add(.heading(2, number.next(Labels.allocation)))
    let tables = allocation.screenTables(made.form.unit, printing: made.form.printing)
    for (place, table) in tables.enumerated() {
      if place == 0 { made.add(.list(table.lead.map(made.form.words))) }
      made.add(.table(table.bare))
      if place == 0, let chart = charts.allocation { made.add(.chart(chart)) }
    }
  }

  /// A document of nothing but an allocation.
  static func document(
    _ content: ExportContent, _ form: PrintForm, _ charts: ReportCharts
  ) -> ReportDocument? {
    guard content.run == nil, let allocation = content.allocation else { return nil }
    var made = ReportDocument(id: "report", title: form.words(content.provenance.title), form: form)
    made.say(form.words(Labels.madeBy(content.provenance)))
    if form.printing == .rounded { made.say(form.words(Labels.roundedNote)) }
    var number = Numbering(form)
    add(allocation, charts, &number, &made)
    if let assumptions = content.provenance.assumptions, assumptions.rowCount > 0 {
      made.add(.heading(2, number.next(Labels.assumptionsHeading)))
      made.add(.table(assumptions))
    }
    made.add(.heading(2, number.next(Labels.provenance)))
    made.add(tables: [content.provenance.table(), content.provenance.inputsTable()])
    return made
  }
}
