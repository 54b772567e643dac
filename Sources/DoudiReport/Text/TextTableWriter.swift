public import DoudiInputs

/// Writes a table for a screen: title, lead, ruled columns, totals, notes.
public struct TextTableWriter {
  private let language: Language
  private let unit: MoneyUnit
  private let style: TextStyle
  private let width: Int?

  /// A writer.
  /// - Parameters:
  ///   - language: of words.
  ///   - unit: of money.
  ///   - style: emphasis.
  ///   - width: columns of the terminal; nil: as wide as the table is.
  public init(language: Language, unit: MoneyUnit, style: TextStyle = .plain, width: Int? = nil) {
    (self.language, self.unit, self.style, self.width) = (language, unit, style, width)
  }

  /// The table as text, with a line end at its end.
  ///
  /// A table wider than the terminal is printed in blocks of columns, each with the columns that
  /// name the rows; where not even one more column fits beside these, row by row.
  public func text(_ table: Table) -> String {
    var lines = wrapped(table.title.text(language)).map { style.text($0, .strong) }
    lines += table.lead.flatMap { wrapped($0.text(language)) }.map { style.text($0, .faint) }
    let columns = RenderedColumns(table, language: language, unit: unit).columns
    if table.rowCount == 0 {
      lines.append(Labels.emptyTable.text(language))
    } else if let blocks = ColumnBlocks.make(columns, names: table.nameColumns, width: width) {
      for (position, block) in blocks.enumerated() {
        if position > 0 { lines.append("") }
        lines += self.block(block, columns, table)
      }
    } else {
      lines += stacked(columns, table)
    }
    lines += table.notes.flatMap { wrapped($0.text(language)) }.map { style.text($0, .faint) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Lines that stand above all tables.
  public func heading(_ words: Bilingual) -> String {
    words.text(language).split(separator: "\n").flatMap { wrapped(String($0)) }
      .map { style.text($0, .strong) }.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] {
    width.map { LineWrap.lines(text, width: $0, hanging: false) } ?? [text]
  }

  private func block(
    _ places: [ColumnBlocks.Place], _ columns: [RenderedColumns.Column], _ table: Table
  ) -> [String] {
    let rule = style.text(String(repeating: "─", count: max(1, ColumnBlocks.total(places))), .faint)
    func row(_ text: (RenderedColumns.Column) -> String) -> [String] {
      let cells = places.map { place in
        let cell = text(columns[place.column])
        return DisplayWidth.of(cell) > place.width
          ? LineWrap.lines(cell, width: place.width, hanging: false) : [cell]
      }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        self.line(
          zip(places, cells).map { place, lines in
            (
              lines.indices.contains(line) ? lines[line] : "", place.width,
              columns[place.column].isRightAligned
            )
          })
      }
    }
    var lines = row(\.title).map { style.text($0, .strong) } + [rule]
    for position in 0..<table.rowCount {
      let isTotal = table.kind(ofRow: position) == .total
      if isTotal { lines.append(rule) }
      lines += row { $0.cells[position] }.map { isTotal ? style.text($0, .strong) : $0 }
    }
    return lines
  }

  /// Row by row: the first column, and below it every other with its heading.
  private func stacked(_ columns: [RenderedColumns.Column], _ table: Table) -> [String] {
    (0..<table.rowCount).flatMap { row in
      wrapped(columns[0].cells[row]).map { style.text($0, .strong) }
        + columns.dropFirst().filter { !$0.cells[row].isEmpty }.flatMap { column in
          let text = "\(column.title): \(column.cells[row])"
          return LineWrap.lines(text, width: max(8, (width ?? 80) - 2), hanging: false).map { "  " + $0 }
        }
    }
  }

  private func line(_ cells: [(text: String, width: Int, isRightAligned: Bool)]) -> String {
    var line = ""
    for (position, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: max(0, cell.width - DisplayWidth.of(cell.text)))
      if position > 0 { line += "  " }
      line += cell.isRightAligned ? blanks + cell.text : cell.text + blanks
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
