/// How the page looks on a screen and on A4.
enum HTMLStyle {
  static let text = """
    :root { color-scheme: light; }
    body { font-family: \(quoted); color: #111; background: #fff; margin: 0 auto; max-width: 62em;
      padding: 1.5em; line-height: 1.6; font-size: 15px; }
    h1 { font-size: 1.6em; border-bottom: 2px solid #111; padding-bottom: .3em; }
    h2 { font-size: 1.25em; margin-top: 1.8em; }
    h3 { font-size: 1.05em; }
    h1, h2, h3, h4, caption { break-after: avoid; page-break-after: avoid; }
    nav { font-size: .95em; border-bottom: 1px solid #999; padding-bottom: .5em; }
    .table { overflow-x: auto; margin: 1em 0 1.4em; }
    table { border-collapse: collapse; width: 100%; font-size: .87em; }
    caption { text-align: left; font-weight: bold; padding: .2em 0 .4em; font-size: 1.05em; }
    th, td { border-bottom: 1px solid #bbb; padding: .22em .5em; text-align: left; vertical-align: top; }
    thead th { border-top: 1.5px solid #111; border-bottom: 1.2px solid #111; background: #f0f0f0; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tr.total td { font-weight: bold; border-top: 1.2px solid #111; border-bottom: 1.5px solid #111; }
    .note, figcaption { font-size: .85em; color: #333; margin: .25em 0; }
    td { overflow-wrap: break-word; min-width: 3.2em; }
    figure { margin: 1.2em 0; break-inside: avoid; page-break-inside: avoid; }
    figure svg { max-width: 100%; height: auto; }
    @page { size: A4; margin: 16mm 14mm 18mm;
      @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; } }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      nav { display: none; }
      article + article { break-before: page; page-break-before: always; }
      .table { overflow: visible; }
      table { font-size: 8.5pt; }
      .wide table { font-size: 7pt; }
      thead { display: table-header-group; }
      tr, .short { break-inside: avoid; page-break-inside: avoid; }
    }

    """

  /// The fonts of the figures, each in quotes but the last.
  private static var quoted: String {
    let names = FigureFrame.fonts.split(separator: ",").map { String($0.drop { $0 == " " }) }
    return names.map { $0 == "sans-serif" ? $0 : "\"\($0)\"" }.joined(separator: ", ")
  }
}
