import DoudiInputs

/// A document as Markdown: tables with pipes, figures as pictures beside it.
struct MarkdownWriter {
  let document: ReportDocument
  /// Identifiers of the figures there are pictures of.
  let pictures: Set<String>

  /// The text, with a line end at its end.
  var text: String {
    (["# " + Self.escaped(document.title)] + document.blocks.map(text)).joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: ReportDocument.Block) -> String {
    switch block {
    case .heading(let level, let words): String(repeating: "#", count: level) + " " + Self.escaped(words)
    case .paragraph(let words): Self.escaped(words)
    case .list(let points): points.map { "- " + Self.escaped($0) }.joined(separator: "\n")
    case .table(let table): text(table)
    case .chart(let chart): text(chart)
    }
  }

  private func text(_ chart: Chart) -> String {
    let form = document.form
    guard chart.spec != nil else { return Self.escaped(form.words(chart.sentence)) }
    guard pictures.contains(chart.id) else {
      let isShown = document.shownTables.contains(chart.table.id)
      return isShown ? Self.escaped(form.words(Labels.notDrawn(chart))) : text(chart.table)
    }
    let title = Self.escaped(form.words(chart.title))
    return "![\(title)](figures/\(chart.id).png)\n\n*\(title)*  \n\(Self.escaped(form.words(chart.sentence)))"
  }

  private func text(_ table: Table) -> String {
    let form = document.form
    let printed = form.print(table)
    var lines = ["**" + Self.escaped(form.words(table.title)) + "**", ""]
    if printed.rowCount == 0 {
      lines.append(form.words(Labels.emptyTable))
    } else {
      lines.append(Self.row(printed.titles.map(Self.escaped)))
      lines.append(Self.row(printed.titles.indices.map { printed.isFigure($0) ? "---:" : "---" }))
      for row in 0..<printed.rowCount {
        let isTotal = table.kind(ofRow: row) == .total
        lines.append(
          Self.row(
            printed.titles.indices.map { column in
              let cell = Self.escaped(printed.text(row, column))
              return isTotal && !cell.isEmpty ? "**\(cell)**" : cell
            }))
      }
    }
    let notes = table.notes.map { Self.escaped(form.words($0)) }
    if !notes.isEmpty { lines += ["", notes.joined(separator: "  \n")] }
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// A text in which nothing is taken for a mark: no emphasis, no link, no tag, no new cell.
  static func escaped(_ text: String) -> String {
    var found = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|": found += "\\" + String(character)
      case "<": found += "&lt;"
      case ">": found += "&gt;"
      case "&": found += "&amp;"
      case "\n", "\r", "\r\n": found += " "
      default: found.append(character)
      }
    }
    let opens = found.first.map { "#+-=".contains($0) } ?? false
    // A figure with a minus stays as it is.
    let isNumber = found.first == "-" && (found.dropFirst().first?.isNumber ?? false)
    return opens && !isNumber ? "\\" + found : found
  }
}
