public import DoudiInputs

/// What `doudi verify` finds of an export: every file against its hash, every cell against its column, every figure
/// that stands twice against the other.
public struct Verification {
  /// What is not as it should be, by file, line and column.
  public let faults: [VerifyFault]
  /// Things to know that are no fault.
  public let notes: [Bilingual]
  private let record: ExportRecord
  private let files, figures, rows: Int

  /// Verifies what stands at a path.
  /// - Throws: ``UnreadableExport``.
  public init(_ path: String) throws(UnreadableExport) {
    record = try ExportReader().read(path)
    let hashes = FileChecks(record)
    let (inFiles, files) = hashes.run()
    let (inSums, figures) = SumChecks(record).run()
    let sheets = WorkbookChecks(record)
    let (inSheets, kept) = sheets.run()
    let inCells = record.tables.flatMap { CellChecks($0).run() }
    (self.files, self.figures) = (files, figures + kept)
    rows = record.tables.reduce(0) { $0 + $1.rowCount }
    faults = (inFiles + record.faults + inCells + inSums + inSheets).sorted {
      ($0.span.file, $0.span.start) < ($1.span.file, $1.span.start)
    }
    let plain = Bilingual(
      zh: "run --json的输出不带哈希，只核对勾稽关系",
      en: "what run --json prints has no hashes: only figures were held against each other")
    notes = (record.form == .run ? [plain] : []) + sheets.notes() + hashes.notes()
  }

  /// True where nothing is at fault.
  public var isSound: Bool { faults.isEmpty }

  /// Lines for people.
  public func text(_ language: Language) -> String {
    let shown = faults.prefix(200)
    var lines = shown.map { "\($0.span)  \($0.message.text(language))" }
    if faults.count > shown.count {
      let rest = faults.count - shown.count
      lines.append(Bilingual(zh: "另有\(rest)处，见--json", en: "\(rest) more, all in --json").text(language))
    }
    lines += notes.map { $0.text(language) }
    return (lines + [end.text(language)]).joined(separator: "\n") + "\n"
  }

  /// What it comes to.
  private var end: Bilingual {
    if isSound, record.seal == .absent {
      return Bilingual(
        zh: "勾稽相符，字节未核对：\(record.scenario) \(record.runID)，\(rows)行，\(figures)个数字相符",
        en:
          "figures agree, bytes not verified: \(record.scenario) \(record.runID), \(rows) rows, \(figures) figures agree"
      )
    }
    return isSound
      ? Bilingual(
        zh: "核对无误：\(record.scenario) \(record.runID)，\(files)个文件或表，\(rows)行，\(figures)个数字相符",
        en:
          "verified: \(record.scenario) \(record.runID), \(files) files or tables, \(rows) rows, \(figures) figures agree"
      )
      : Bilingual(
        zh: "\(faults.count)处不符：\(record.scenario) \(record.runID)",
        en: "\(faults.count) faults: \(record.scenario) \(record.runID)")
  }

  /// Writes {schema_version, program, run_id, scenario, written_by, form, seal (of a workbook), ok, files, rows, figures, faults, notes}.
  /// - Throws: where the bytes cannot be written.
  public func writeJSON(_ language: Language, to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema)")
    for (key, text) in [
      ("program", ProgramVersion.text), ("run_id", record.runID), ("scenario", record.scenario),
      ("written_by", record.program), ("form", record.form.rawValue),
    ] {
      output.buffer.append(",")
      output.buffer.append(jsonKey: key)
      output.buffer.append(jsonString: text)
    }
    if let seal = record.seal { output.buffer.append(",\"seal\":\"\(seal.rawValue)\"") }
    output.buffer.append(
      ",\"ok\":\(isSound),\"files\":\(files),\"rows\":\(rows),\"figures\":\(figures),\n\"faults\":")
    try JSONRows.write(
      Table(
        id: "faults", title: Labels.note,
        columns: [
          Column("kind", .texts(faults.map(\.kind.rawValue))),
          Column("file", .texts(faults.map(\.span.file))),
          Column("line", .persons(faults.map { Double($0.span.start.line) })),
          Column("column", .persons(faults.map { Double($0.span.start.column) })),
          Column("message", .texts(faults.map { $0.message.text(language) })),
        ]), to: output)
    output.buffer.append(",\n\"notes\":")
    try JSONRows.write(
      Table(
        id: "notes", title: Labels.note, columns: [Column("message", .texts(notes.map { $0.text(language) }))]
      ),
      to: output)
    output.buffer.append("}\n")
    try output.finish()
  }
}
