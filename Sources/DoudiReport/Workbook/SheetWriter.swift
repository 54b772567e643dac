import CXlsxWriter
import DoudiInputs

/// Writes one sheet, row by row.
struct SheetWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  let page: UnsafeMutablePointer<lxw_worksheet>
  let formats: CellFormats

  /// A cell takes no more.
  private static let longest = 32_767

  func write(_ sheet: Sheet, _ language: Language) {
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
    }
    worksheet_set_default_row(page, SheetPages.line, 0)
    for (row, line) in sheet.rows.enumerated() { write(line, UInt32(row), sheet.widths.count) }
    worksheet_freeze_panes(page, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    if let rows = sheet.repeatedRows {
      worksheet_repeat_rows(page, UInt32(rows.lowerBound), UInt32(rows.upperBound))
    }
    if !sheet.pageBreaks.isEmpty {
      var breaks = sheet.pageBreaks.map { UInt32($0) } + [0]
      worksheet_set_h_pagebreaks(page, &breaks)
    }
    Self.setPage(page, language)
    worksheet_fit_to_pages(page, 1, 0)
    for chart in sheet.charts { ChartWriter(book: book, page: page).write(chart) }
  }

  /// A4, landscape, pages numbered.
  static func setPage(_ page: UnsafeMutablePointer<lxw_worksheet>, _ language: Language) {
    worksheet_set_paper(page, 9)
    worksheet_set_landscape(page)
    worksheet_set_margins(page, 0.5, 0.5, 0.6, 0.7)
    worksheet_center_horizontally(page)
    worksheet_set_footer(page, Labels.pageNumbers.text(language))
  }

  private func write(_ line: SheetRow, _ row: UInt32, _ width: Int) {
    if let height = line.height { worksheet_set_row(page, row, height, nil) }
    if line.isMerged, let cell = line.cells.first, width > 1 {
      worksheet_merge_range(
        page, row, 0, row, UInt16(width - 1), text(cell.shown), formats.format(cell.style))
      return
    }
    for (column, cell) in line.cells.enumerated() { write(cell, row, UInt16(column)) }
  }

  private func write(_ cell: SheetCell, _ row: UInt32, _ column: UInt16) {
    let format = formats.format(cell.style)
    switch cell.content {
    case .blank: worksheet_write_blank(page, row, column, format)
    case .text(let words): worksheet_write_string(page, row, column, text(words), format)
    case .number(let number): worksheet_write_number(page, row, column, number, format)
    case .formula(let formula, let value):
      worksheet_write_formula_num(page, row, column, "=" + formula, format, value)
    case .words(let formula, let words):
      worksheet_write_formula_str(page, row, column, "=" + formula, format, words)
    }
  }

  private func text(_ words: String) -> String {
    words.utf16.count <= Self.longest ? words : String(words.prefix(Self.longest / 2)) + "…"
  }
}
