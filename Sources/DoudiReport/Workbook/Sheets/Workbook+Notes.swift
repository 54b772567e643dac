import DoudiInputs
import DoudiModel

extension Workbook {
  /// 说明: what the workbook is, what it rests on, what each sheet holds, where it comes from.
  func notesSheet() -> Sheet {
    let scenario = report.model.scenario
    var builder = SheetBuilder(
      Labels.sheetNotes,
      title: Bilingual(
        zh: scenario.title.zh + (scenario.isTrial ? Labels.trial.zh : Labels.budget.zh),
        en: scenario.title.en + ", " + (scenario.isTrial ? Labels.trial.en : Labels.budget.en)),
      unitLine: nil, words: (language, unit, content.printing))
    builder.line(report.basisLine)
    for one in scenario.reforms { builder.line(Labels.reform(one)) }
    builder.line(content.printing == .adjusted ? Labels.fitted : Labels.roundedNote)
    for one in [Labels.formulaNote, Labels.dataNote] { builder.line(one) }
    builder.section(Labels.sheetList)
    builder.table(sheetsTable())
    builder.section(Labels.provenance)
    builder.table(provenanceTable())
    return builder.finish()
  }

  private func sheetsTable() -> Table {
    let all = Labels.sheets
    return Table(
      id: "sheets", title: Labels.sheetList,
      columns: [
        Column("sheet", Labels.sheetTitle, .notes(all.map(\.name))),
        Column("holds", Labels.holds, .notes(all.map(\.holds)), width: 60),
      ])
  }

  private func provenanceTable() -> Table {
    let scenario = report.model.scenario
    var rows: [(Bilingual, String)] = [
      (Labels.scenarioTitle, scenario.id), (Labels.runNumber, report.runID),
      (Labels.program, "doudi \(ProgramVersion.text)"),
    ]
    if let provenance = content.provenance {
      rows += provenance.lines.map { (Labels.note, $0.text(language)) }
      rows += provenance.inputs.map { (Labels.inputFile, "\($0.path)  sha256 \($0.sha256)") }
    }
    return Table(
      id: "provenance", title: Labels.provenance,
      columns: [
        Column("item", Labels.item, .notes(rows.map(\.0))),
        Column("value", Labels.setTo, .texts(rows.map(\.1)), width: 60),
      ])
  }
}
