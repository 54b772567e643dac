public import DoudiInputs

/// Budget summary and memo as Markdown and as one page, with figures, their specifications and data.
///
///     report.md  memo.md  report.html  figures/ID.vl.json .svg .png  data/*.csv  provenance.json
public enum ReportExport {
  /// Writes the folder; it appears whole or not at all.
  /// - Parameters:
  ///   - content: what is handed in.
  ///   - form: language, unit, rounding.
  ///   - tiles: where the tiles of a map lie.
  ///   - python: the Python that draws; nil: python3 of the PATH.
  ///   - folder: where it goes.
  /// - Returns: why there are no pictures; nil where there are.
  /// - Throws: ``OutputFailure``.
  @discardableResult
  public static func write(
    _ content: ExportContent, _ form: PrintForm, tiles: TilePlaces, python: String?, to folder: String
  ) throws -> Bilingual? {
    let documents = self.documents(content, form, tiles: tiles)
    let source = content.provenance.json
    let charts = documents.flatMap(\.charts).map { $0.from(source, form) }
    let files = try FolderSwap(folder)
    let renderer = FigureRenderer(
      charts, python: python, source: String(decoding: source.bytes, as: UTF8.self))
    let drawn = Set(renderer.pictures.keys)
    for document in documents {
      try files.write(document.id + ".md") {
        $0.buffer.append(MarkdownWriter(document: document, pictures: drawn).text)
      }
    }
    let page = HTMLWriter(
      documents: documents, pictures: renderer.pictures, provenance: content.provenance)
    try files.write("report.html") { page.write(to: &$0.buffer) }
    try write(charts, renderer, to: files)
    try write(data(content), to: files)
    let written = files.files
    try files.write(ProvenanceJSON.name) {
      try ProvenanceJSON.write(content.provenance, files: written, to: $0)
    }
    try files.commit()
    return renderer.reason
  }

  /// The documents of what there is: a run's summary and memo, a scenario of years, or an allocation alone.
  static func documents(_ content: ExportContent, _ form: PrintForm, tiles: TilePlaces) -> [ReportDocument] {
    let charts = ReportCharts(content, form, tiles: tiles)
    let main =
      BudgetSummary(content: content, form: form, charts: charts).document()
      ?? YearlyPart.document(content, form, charts) ?? AllocationPart.document(content, form, charts)
    let files = FileWords(held: Set(data(content).map(\.id)))
    return [main, AdjustmentMemoDocument(content, form)?.document()].compactMap { $0?.naming(files) }
  }

  private static func write(_ charts: [Chart], _ renderer: FigureRenderer, to files: FolderSwap) throws {
    for chart in charts {
      guard let spec = chart.spec else { continue }
      try files.write("figures/\(chart.id).vl.json") { spec.write(to: &$0.buffer) }
      guard let picture = renderer.pictures[chart.id] else { continue }
      try files.write("figures/\(chart.id).svg") { $0.buffer.append(picture.svg) }
      try files.write("figures/\(chart.id).png") { $0.buffer.append(picture.png) }
    }
  }

  /// The long tables behind the documents, without those by month and place.
  private static func data(_ content: ExportContent) -> [Table] {
    let own = content.run.map { run in
      let tables = LongTables(run, RunOptions())
      return [
        tables.summary(), tables.tiers(), tables.regions(), tables.budget(forFiles: true),
        tables.limits(forFiles: true), tables.assumptions(forFiles: true), tables.inputs(),
      ]
    }
    return (own ?? []) + (content.yearly.map { [$0.table()] } ?? [])
      + (content.uncertainty?.fileTables() ?? []) + (content.comparison?.fileTables() ?? [])
      + content.allocationTables() + (content.changes?.files ?? [])
  }

  private static func write(_ tables: [Table], to files: FolderSwap) throws {
    for table in tables {
      try files.write("data/\(table.id).csv") { output in
        output.buffer.append([0xEF, 0xBB, 0xBF])
        try CSVWriter.write(table, to: output)
      }
    }
  }
}
