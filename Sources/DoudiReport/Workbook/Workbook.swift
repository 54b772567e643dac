import DoudiInputs

/// The workbook that is handed in: thirteen sheets made of the tables of the screen.
public struct Workbook {
  let content: ExportContent
  let language: Language

  /// A workbook of a run.
  init(_ content: ExportContent, language: Language) { (self.content, self.language) = (content, language) }

  var report: RunReport { content.report }
  var unit: MoneyUnit { content.unit }

  /// A sheet, and the totals on it that other sheets print, too.
  struct Page {
    var sheet: Sheet
    var totals: [TotalsRow] = []

    init(_ sheet: Sheet, totals: [TotalsRow] = []) { (self.sheet, self.totals) = (sheet, totals) }
  }

  /// All sheets but those of the long table, in their order.
  func sheets() -> [Sheet] {
    let data = self.data()
    let pages = [
      summaryPage(), regionsPage(), functionPage(), rollingPage(), allocationPage(), comparisonPage(),
      targetsPage(), limitsPage(), sensitivityPage(), parametersPage(),
    ]
    let checks = checksSheet(pages, data: data)
    return [notesSheet()] + pages.map(\.sheet) + [checks]
  }

  /// The ledger, on as many sheets as it takes.
  func data() -> [DataSheet] {
    let ledger = LongTables(report, RunOptions(step: .month, level: .leaf)).ledger(forFiles: true)
    return DataSheet.sheets(
      ledger.without(["document", "cny"]), name: Labels.sheetData.text(language))
  }

  /// Writes the file.
  /// - Throws: ``OutputFailure``.
  public func write(to path: String) throws {
    let title = report.model.scenario.title.text(language)
    let file = WorkbookFile(
      language: language,
      properties: WorkbookFile.Properties(
        title: title, author: "doudi \(ProgramVersion.text)",
        comments: "run \(report.runID), scenario \(report.model.scenario.id)"))
    try file.write(to: path, sheets: sheets(), data: data())
  }

  // MARK: building

  /// A sheet with the title "方案 · 表名" and the unit of money in its second row.
  func builder(_ name: Bilingual, title: Bilingual? = nil, unitLine: Bilingual? = nil) -> SheetBuilder {
    SheetBuilder(
      name, title: report.heading.title(title ?? name, unit: nil), unitLine: unitLine,
      words: (language, unit, content.printing))
  }

  /// "单位：万元".
  var moneyLine: Bilingual { Labels.unitLine(unit.label) }

  /// The title of a table without what stands above the whole sheet.
  func section(_ table: Table) -> Bilingual {
    let heading = report.heading
    func cut(_ text: String, _ place: String) -> String {
      text.split(separator: " · ").filter { $0 != place && $0 != Labels.trial.zh && $0 != Labels.trial.en }
        .joined(separator: " · ")
    }
    return Bilingual(zh: cut(table.title.zh, heading.place.zh), en: cut(table.title.en, heading.place.en))
  }

  /// A sheet that has nothing to show.
  func emptyPage(_ name: Bilingual, _ why: Bilingual) -> Page {
    var builder = builder(name)
    builder.line(Labels.emptyTable)
    builder.line(why)
    return Page(builder.finish())
  }

  /// Several tables below each other; the lines above the first stand once.
  func stack(_ tables: [Table], on builder: inout SheetBuilder) -> [SheetBuilder.Place] {
    tables.enumerated().map { index, table in
      if tables.count > 1 { builder.section(section(table)) }
      var shown = table
      if index > 0, table.lead.map(\.zh) == tables[0].lead.map(\.zh) { shown.lead = [] }
      return builder.table(shown)
    }
  }
}
