public import DoudiInputs

/// Writes a table for a screen: title, lead, ruled columns, totals, notes.
public struct TextTableWriter {
  private let language: Language
  private let unit: MoneyUnit
  private let style: TextStyle

  /// A writer.
  public init(language: Language, unit: MoneyUnit, style: TextStyle = .plain) {
    (self.language, self.unit, self.style) = (language, unit, style)
  }

  /// The table as text, with a line end at its end.
  public func text(_ table: Table) -> String {
    var lines = [style.text(table.title.text(language), .strong)]
    lines += table.lead.map { style.text($0.text(language), .faint) }
    let rendered = RenderedColumns(table, language: language, unit: unit)
    let widths = rendered.columns.map { $0.width }
    let rule = String(repeating: "─", count: max(1, widths.reduce(0, +) + 2 * (widths.count - 1)))
    if table.rowCount == 0 {
      lines.append(Labels.emptyTable.text(language))
    } else {
      lines.append(style.text(line(rendered.columns.map { ($0.title, $0) }), .strong))
      lines.append(style.text(rule, .faint))
      for row in 0..<table.rowCount {
        let isTotal = table.kind(ofRow: row) == .total
        if isTotal { lines.append(style.text(rule, .faint)) }
        let text = line(rendered.columns.map { ($0.cells[row], $0) })
        lines.append(isTotal ? style.text(text, .strong) : text)
      }
    }
    lines += table.notes.map { style.text($0.text(language), .faint) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [(text: String, column: RenderedColumns.Column)]) -> String {
    var line = ""
    for (position, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: max(0, cell.column.width - DisplayWidth.of(cell.text)))
      if position > 0 { line += "  " }
      line += cell.column.isRightAligned ? blanks + cell.text : cell.text + blanks
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
