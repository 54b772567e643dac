import DoudiInputs

extension Workbook {
  /// 校验: figures that stand in several places, and every live formula beside what was worked out.
  func checksSheet(_ pages: [Page], data: [DataSheet]) -> Sheet {
    var builder = builder(Labels.sheetChecks)
    let pairs = identities(pages, data)
    let formulas = pages.flatMap { page in page.sheet.formulas.map { (page.sheet.name, $0) } }
    // Rows of the verdicts: below title, unit, count, headings.
    let first = 4
    let last = first + pairs.count + formulas.count - 1
    builder.row([
      SheetCell(Labels.checksBroken.text(language), .line),
      SheetCell(
        .formula(CheckVerdict.count(from: first, through: last, language: language), 0),
        CellStyle(role: .plain, format: .number(places: 0), isRight: true)),
    ])
    builder.headings([
      Labels.sheetTitle, Labels.cell, Labels.formulaTitle, Labels.keptValue, Labels.recomputed,
      Labels.difference, Labels.checkVerdict,
    ])
    for one in pairs { builder.row(row(one.sheet, one.cell, one.name, one.kept, one.live, builder.count)) }
    for (sheet, found) in formulas {
      let cell = CellName.cell(found.row, found.column)
      guard case .formula(let text, let value) = found.cell.content else { continue }
      builder.row(
        row(sheet, cell, "=" + text, .number(value), CellName.sheet(sheet) + cell, builder.count))
    }
    return builder.finish()
  }

  private struct Identity {
    let sheet: String
    let cell: String
    let name: String
    let kept: SheetCell.Content
    let live: String
    let value: Double
  }

  /// Sheet, cell, what it is, the value kept, the live one, their difference, verdict.
  private func row(
    _ sheet: String, _ cell: String, _ text: String, _ kept: SheetCell.Content, _ live: String, _ row: Int
  ) -> [SheetCell] {
    let value: Double =
      switch kept {
      case .number(let number), .formula(_, let number): number
      default: 0
      }
    let words = CellStyle(role: .body)
    let number = CellStyle(role: .body, format: .number(places: 4), isRight: true)
    let (a, b, gap) = (CellName.cell(row, 3), CellName.cell(row, 4), CellName.cell(row, 5))
    let verdict = CheckVerdict.formula(gap: gap, kept: a, unit: unit, language: language)
    return [
      SheetCell(sheet, words), SheetCell(cell, words),
      SheetCell(text, CellStyle(role: .body, format: .text)), SheetCell(kept, number),
      SheetCell(.formula(live, value), number), SheetCell(.formula("\(b)-\(a)", 0), number),
      SheetCell(
        .words(verdict, Labels.checkGood.text(language)), words),
    ]
  }

  /// Totals of a year that several tables print, and the sum of the long table.
  private func identities(_ pages: [Page], _ data: [DataSheet]) -> [Identity] {
    let all = pages.flatMap { page in page.totals.map { (page.sheet.name, $0) } }
    guard let base = all.first?.1 else { return [] }
    var found: [Identity] = []
    for (sheet, totals) in all.dropFirst() {
      for cell in totals.cells {
        guard let own = base.cells.first(where: { $0.key == cell.key }) else { continue }
        let place = cell.reference.split(separator: "!").last.map(String.init) ?? ""
        found.append(
          Identity(
            sheet: sheet, cell: place,
            name: "\(totals.name.text(language)) = \(base.name.text(language)) \(label(cell.key))",
            kept: .formula(own.reference, own.value), live: cell.reference, value: cell.value))
      }
    }
    return found + [ledgerIdentity(base, data)].compactMap { $0 }
  }

  private func label(_ key: String) -> String { key == "total" ? Labels.total.text(language) : key }

  /// The whole ledger in the printed unit.
  private func ledgerIdentity(_ base: TotalsRow, _ data: [DataSheet]) -> Identity? {
    guard let total = base.cells.last, let table = data.first?.table,
      let column = table.columns.firstIndex(where: { $0.id == "fen" })
    else { return nil }
    let sums = data.map { sheet in
      "SUM(\(CellName.sheet(sheet.name))\(CellName.range(1, column, max(1, sheet.rows.count), column)))"
    }
    let scale = unit.quantum * (unit == .yuan ? 100 : unit == .wan ? 100 : 10_000)
    let places = content.printing == .adjusted ? unit.places : 10
    return Identity(
      sheet: data.map(\.name).joined(separator: " "), cell: CellName.column(column),
      name: "\(Labels.sumOfData.text(language)) = \(base.name.text(language)) \(label(total.key))",
      kept: .formula(total.reference, total.value),
      live: "ROUND((\(sums.joined(separator: "+")))/\(scale),\(places))", value: total.value)
  }
}
