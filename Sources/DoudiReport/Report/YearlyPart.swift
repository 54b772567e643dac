import DoudiInputs

/// The document of a scenario of years: sums by year, the range of its results, what moves them.
enum YearlyPart {
  /// The document; nil where there is no such scenario.
  static func document(
    _ content: ExportContent, _ form: PrintForm, _ charts: ReportCharts
  ) -> ReportDocument? {
    guard content.run == nil, let yearly = content.yearly else { return nil }
    var made = ReportDocument(id: "report", title: form.words(yearly.model.title), form: form)
    made.say(form.words(Labels.madeBy(content.provenance)))
    var number = Numbering(form)
    made.add(.heading(2, number.next(Labels.resultsHeading)))
    made.add(.table(yearly.screenTable()))
    if let drawn = content.uncertainty {
      made.add(.heading(2, number.next(Labels.uncertaintyHeading)))
      made.add(tables: drawn.fan.screenTables(form.unit).map(\.bare))
      made.add(.table(drawn.tornado.screenTable(form.unit).bare))
      if let chart = charts.tornado { made.add(.chart(chart)) }
      if let chart = charts.heat { made.add(.chart(chart)) }
    }
    made.add(.heading(2, number.next(Labels.provenance)))
    made.add(tables: [content.provenance.table(), content.provenance.inputsTable()])
    return made
  }
}
