import DoudiInputs
import DoudiModel

extension Workbook {
  /// 说明: what the workbook is, what it rests on, what each sheet holds, where it comes from, what changed.
  /// - Parameter data: of the long table; nil without one.
  /// - Returns: the sheet.
  func notesSheet(_ data: LongDigest?) -> Sheet {
    let provenance = content.provenance
    let kind = provenance.isTrial ? Labels.trial : Labels.budget
    var builder = SheetBuilder(
      Labels.sheetNotes,
      title: Bilingual(zh: provenance.title.zh + kind.zh, en: "\(provenance.title.en), \(kind.en)"),
      unitLine: nil, words: (language, unit, content.printing))
    if let basis = provenance.basis { builder.line(basis) }
    for one in content.run?.model.scenario.reforms ?? [] { builder.line(Labels.reform(one)) }
    builder.line(content.printing == .adjusted ? Labels.fitted : Labels.roundedNote)
    for one in [Labels.formulaNote, Labels.dataNote] { builder.line(one) }
    builder.caps = [14, 56, 34]
    builder.section(Labels.sheetList)
    builder.table(sheetsTable())
    builder.section(Labels.provenance)
    builder.table(provenanceTable(data))
    if let changes = content.changes {
      for table in changes.printed {
        builder.section(table.title)
        builder.table(table)
      }
    }
    return builder.finish()
  }

  private func sheetsTable() -> Table {
    let all = Labels.sheets
    return Table(
      id: "sheets", title: Labels.sheetList,
      columns: [
        Column("sheet", Labels.sheetTitle, .notes(all.map(\.name))),
        Column("holds", Labels.holds, .notes(all.map(\.holds)), width: 80),
      ])
  }

  private func provenanceTable(_ data: LongDigest?) -> Table {
    let provenance = content.provenance
    var rows: [(Bilingual, String)] = [
      (Labels.scenarioTitle, provenance.scenario), (Labels.runNumber, provenance.runID),
      (Labels.program, "doudi \(provenance.program)"),
      (Labels.timeBasis, provenance.timeText.text(language)),
      (Labels.priceBasis, Provenance.prices.label.text(language)),
    ]
    rows +=
      provenance.sets.map { (Labels.setByHand, $0) } + provenance.reforms.map { (Labels.reformLaid, $0) }
    if let year = provenance.year { rows.append((Labels.shownYear, "\(year)")) }
    if let draws = provenance.draws {
      let seed = draws.seed.map { ", seed \($0)" } ?? ""
      rows.append((Labels.drawsMade, "\(draws.count) \(draws.method)\(seed)"))
    }
    var hashes = rows.map { _ in String?.none }
    if let data {
      rows.append((Labels.contentOfData, data.words.text(language)))
      hashes.append(data.sha256)
    }
    hashes += provenance.inputs.map(\.sha256)
    rows += provenance.inputs.map { (Labels.inputFile, $0.path) }
    return Table(
      id: "provenance", title: Labels.provenance,
      columns: [
        Column("item", Labels.item, .notes(rows.map(\.0))),
        Column("value", Labels.setTo, .texts(rows.map(\.1)), width: 50),
        Column("sha256", Bilingual(zh: "SHA-256", en: "SHA-256"), .texts(hashes), width: 70),
      ])
  }
}
