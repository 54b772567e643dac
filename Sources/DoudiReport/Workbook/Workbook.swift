public import DoudiInputs

/// The workbook that is handed in: thirteen sheets made of the tables of the screen.
///
/// Of a scenario of years or of an allocation alone the sheets that only a run fills say that they are empty.
public struct Workbook {
  let content: ExportContent
  let language: Language

  /// A workbook of what was worked out.
  public init(_ content: ExportContent, language: Language) {
    (self.content, self.language) = (content, language)
  }

  var unit: MoneyUnit { content.unit }

  /// A sheet, and the totals on it that other sheets print, too.
  struct Page {
    var sheet: Sheet
    var totals: [TotalsRow] = []

    init(_ sheet: Sheet, totals: [TotalsRow] = []) { (self.sheet, self.totals) = (sheet, totals) }
  }

  /// All sheets but those of the long table, in their order.
  func sheets() -> [Sheet] { sheets(data()) }

  private func sheets(_ data: [DataSheet]) -> [Sheet] {
    let pages = self.pages()
    return [notesSheet(data.first.map { LongDigest($0.table) })] + pages.map(\.sheet) + [
      checksSheet(pages, data: data)
    ]
  }

  private func pages() -> [Page] {
    let run = content.run.map { RunPages(book: self, report: $0) }
    func page(_ name: Bilingual, _ make: (RunPages) -> Page) -> Page {
      run.map(make) ?? emptyPage(name, Labels.noRun)
    }
    return [
      run?.summaryPage() ?? yearlyPage(), page(Labels.sheetRegions) { $0.regionsPage() },
      page(Labels.sheetFunction) { $0.functionPage() }, page(Labels.sheetRolling) { $0.rollingPage() },
      allocationPage(), comparisonPage(), page(Labels.sheetTargets) { $0.targetsPage() },
      page(Labels.sheetLimits) { $0.limitsPage() }, sensitivityPage(),
      run?.parametersPage() ?? assumptionsPage(),
    ]
  }

  /// The long table, on as many sheets as it takes.
  func data(mostRows: Int = DataSheet.mostRows) -> [DataSheet] {
    guard let table = longTable else { return [] }
    return DataSheet.sheets(table, name: Labels.sheetData.text(language), mostRows: mostRows)
  }

  /// The ledger, else the results of years, else the rows of the allocation.
  private var longTable: Table? {
    if let run = content.run {
      let ledger = LongTables(run, RunOptions(step: .month, level: .leaf)).ledger(forFiles: true)
      return ledger.without(["document", "cny"])
    }
    return content.yearly?.table() ?? content.allocation?.allocation()
  }

  /// Writes the file.
  /// - Throws: ``OutputFailure``.
  public func write(to path: String) throws {
    let provenance = content.provenance
    let file = WorkbookFile(
      language: language,
      properties: WorkbookFile.Properties(
        title: provenance.title.text(language), author: "doudi \(provenance.program)",
        comments: "run \(provenance.runID), scenario \(provenance.scenario)"))
    let data = self.data()
    try file.write(to: path, sheets: sheets(data), data: data)
    try WorkbookSeal.add(provenance, to: path)
  }

  // MARK: building

  /// A sheet with the title "表名 · 地方和年份" and the unit of money in its second row.
  func builder(_ name: Bilingual, title: Bilingual? = nil, unitLine: Bilingual? = nil) -> SheetBuilder {
    SheetBuilder(
      name, title: content.heading.title(title ?? name, unit: nil), unitLine: unitLine,
      words: (language, unit, content.printing))
  }

  /// "单位：万元".
  var moneyLine: Bilingual { Labels.unitLine(unit.label) }

  /// The title of a table without what stands above the whole sheet.
  func section(_ table: Table) -> Bilingual {
    let place = content.heading.place
    func cut(_ text: String, _ place: String) -> String {
      text.split(separator: " · ").filter { $0 != place && $0 != Labels.trial.zh && $0 != Labels.trial.en }
        .joined(separator: " · ")
    }
    return Bilingual(zh: cut(table.title.zh, place.zh), en: cut(table.title.en, place.en))
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
    var places: [SheetBuilder.Place] = []
    for (index, table) in tables.enumerated() {
      if tables.count > 1 { builder.section(section(table)) }
      var shown = table
      if index > 0, table.lead.map(\.zh) == tables[0].lead.map(\.zh) { shown.lead = [] }
      places.append(builder.table(shown))
    }
    return places
  }
}
