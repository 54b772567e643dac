import DoudiInputs

/// Documents as one page that needs nothing else: styles and figures are in it.
struct HTMLWriter {
  let documents: [ReportDocument]
  let pictures: [String: FigureRenderer.Picture]
  let provenance: Provenance

  private var form: PrintForm? { documents.first?.form }

  /// The page.
  func write(to buffer: inout ByteBuffer) {
    let language = form?.language == .en ? "en" : "zh-CN"
    buffer.append("<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\"/>\n")
    buffer.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
    meta("generator", "doudi " + provenance.program, to: &buffer)
    meta("run-id", provenance.runID, to: &buffer)
    meta("scenario", provenance.scenario, to: &buffer)
    buffer.append("<title>\(Self.escaped(documents.first?.title ?? ""))</title>\n<style>\n")
    buffer.append(HTMLStyle.text)
    buffer.append("</style>\n</head>\n<body>\n")
    if documents.count > 1 { contents(to: &buffer) }
    for document in documents {
      buffer.append("<article id=\"\(Self.escaped(document.id))\">\n")
      buffer.append("<h1>\(Self.escaped(document.title))</h1>\n")
      let tables = document.shownTables
      for block in document.blocks { write(block, document.form, tables, to: &buffer) }
      buffer.append("</article>\n")
    }
    buffer.append("</body>\n</html>\n")
  }

  private func meta(_ name: String, _ content: String, to buffer: inout ByteBuffer) {
    buffer.append("<meta name=\"\(name)\" content=\"\(Self.escaped(content))\"/>\n")
  }

  private func contents(to buffer: inout ByteBuffer) {
    let links = documents.map { "<a href=\"#\(Self.escaped($0.id))\">\(Self.escaped($0.title))</a>" }
    buffer.append("<nav>\(links.joined(separator: " · "))</nav>\n")
  }

  private func write(
    _ block: ReportDocument.Block, _ form: PrintForm, _ tables: Set<String>, to buffer: inout ByteBuffer
  ) {
    switch block {
    case .heading(let level, let words): element("h\(max(2, min(6, level)))", words, to: &buffer)
    case .paragraph(let words): element("p", words, to: &buffer)
    case .list(let points):
      buffer.append("<ul>\n")
      for point in points { element("li", point, to: &buffer) }
      buffer.append("</ul>\n")
    case .table(let table): write(table, form, to: &buffer)
    case .chart(let chart):
      write(chart, form, isShown: tables.contains(chart.table.id), to: &buffer)
    }
  }

  private func element(_ name: String, _ words: String, to buffer: inout ByteBuffer) {
    buffer.append("<\(name)>\(Self.escaped(words))</\(name)>\n")
  }

  private func write(
    _ chart: Chart, _ form: PrintForm, isShown: Bool, to buffer: inout ByteBuffer
  ) {
    let sentence = form.words(chart.sentence)
    guard chart.spec != nil else { return element("p", sentence, to: &buffer) }
    guard let picture = pictures[chart.id] else {
      guard isShown else { return write(chart.table, form, to: &buffer) }
      return element("p", form.words(Labels.notDrawn(chart)), to: &buffer)
    }
    let title = Self.escaped(form.words(chart.title))
    buffer.append("<figure role=\"img\" aria-label=\"\(title)\">\n")
    buffer.append(Self.inlined(String(decoding: picture.svg, as: UTF8.self), id: chart.id))
    buffer.append("\n<figcaption>\(Self.escaped(sentence))</figcaption>\n</figure>\n")
  }

  private func write(_ table: Table, _ form: PrintForm, to buffer: inout ByteBuffer) {
    let printed = form.print(table)
    let isWide = printed.titles.count > 8 || Self.hasLongWord(printed)
    let isShort = printed.rowCount <= 16
    buffer.append("<div class=\"table\(isWide ? " wide" : "")\(isShort ? " short" : "")\">\n")
    guard printed.rowCount > 0 else {
      element("h4", form.words(table.title), to: &buffer)
      element("p", form.words(Labels.emptyTable), to: &buffer)
      return buffer.append("</div>\n")
    }
    buffer.append("<table>\n<caption>\(Self.escaped(form.words(table.title)))</caption>\n<thead>\n<tr>")
    for (column, title) in printed.titles.enumerated() {
      buffer.append("<th\(printed.isFigure(column) ? " class=\"n\"" : "")>\(Self.escaped(title))</th>")
    }
    buffer.append("</tr>\n</thead>\n<tbody>\n")
    for row in 0..<printed.rowCount {
      buffer.append(table.kind(ofRow: row) == .total ? "<tr class=\"total\">" : "<tr>")
      for column in printed.titles.indices {
        let text = Self.escaped(printed.text(row, column))
        buffer.append(
          printed.isFigure(column) ? "<td class=\"n\">\(text)</td>" : "<td>\(Self.breakable(text))</td>")
      }
      buffer.append("</tr>\n")
    }
    buffer.append("</tbody>\n</table>\n")
    for note in table.notes {
      buffer.append("<p class=\"note\">\(Self.escaped(form.words(note)))</p>\n")
    }
    buffer.append("</div>\n")
  }

  /// True where a cell has a word that no line of a narrow column holds: a hash.
  private static func hasLongWord(_ printed: PrintedTable) -> Bool {
    printed.rowCount > 0
      && printed.titles.indices.contains {
        printed.text(0, $0).utf8.count == 64 && !printed.text(0, $0).contains(" ")
      }
  }

  /// A picture for a page that has others: names inside it get the figure's in front.
  static func inlined(_ svg: String, id: String) -> String {
    svg.replacing(" id=\"", with: " id=\"\(id)-").replacing("url(#", with: "url(#\(id)-")
      .replacing("href=\"#", with: "href=\"#\(id)-")
  }

  /// An escaped text whose long names may be broken behind their signs.
  static func breakable(_ text: String) -> String {
    guard text.contains("_") || text.contains(".") || text.contains("/") else { return text }
    var found = ""
    var characters = text.makeIterator()
    var next = characters.next()
    while let one = next {
      next = characters.next()
      found.append(one)
      let isInside = next.map { $0.isASCII && $0.isLetter } ?? false
      if "_./".contains(one), isInside { found += "<wbr/>" }
    }
    return found
  }

  /// A text in which nothing is taken for a tag or the end of an attribute; what XML has no sign for is left out.
  static func escaped(_ text: String) -> String {
    var found = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": found += "&amp;"
      case "<": found += "&lt;"
      case ">": found += "&gt;"
      case "\"": found += "&quot;"
      case "\n", "\t", "\r": found += " "
      default: if scalar.value >= 0x20, scalar.value < 0xFFFE { found.unicodeScalars.append(scalar) }
      }
    }
    return found
  }
}
