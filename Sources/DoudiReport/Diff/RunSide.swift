import DoudiInputs

/// One of two runs that are held against each other: as an export has it, or freshly worked out.
public struct RunSide {
  /// What was named.
  let path: String
  let runID, program: String
  /// The scenario's identifier.
  public let scenario: String
  /// Files that the run read; nil where that is not known.
  let inputs: [HashedFile]?
  let tables: [RecordTable]
  /// The language of a workbook's words; nil for what has identifiers.
  let wording: Language?
  /// True for a workbook whose ledger is not the one that was written.
  var isAltered = false
  /// How draws were made, in words; nil without draws.
  let draws: String?
  /// What its codes are called; of what was read back no more than its regions.
  let names: ChangeNames

  /// An export that was written earlier, or what `run --json` printed.
  /// - Throws: ``UnreadableExport``.
  public init(reading path: String) throws(UnreadableExport) {
    let record = try ExportReader().read(path)
    self.path = path
    (runID, scenario, program) = (record.runID, record.scenario, record.program)
    inputs = record.inputs
    names = ChangeNames(places: record.table("places").map(Self.places) ?? [:])
    guard record.form == .workbook else {
      (draws, wording, tables) = (record.provenance?.draws, nil, record.tables)
      return
    }
    guard let book = record.workbook else {
      let why = record.faults.last?.message ?? Bilingual(zh: "无法读取", en: "cannot be read")
      throw UnreadableExport(message: Bilingual(zh: "\(path)：\(why.zh)", en: "\(path): \(why.en)"))
    }
    wording = book.language
    isAltered = WorkbookChecks.isDataChanged(book)
    draws = WorkbookFacts(book).draws
    tables = record.tables + [SheetAssumptions.table(book)].compactMap { $0 }
  }

  /// Names of regions by code.
  private static func places(_ places: RecordTable) -> [String: Bilingual] {
    let all = (0..<places.rowCount).map { row in
      func text(_ name: String) -> String { places.text(row, name) ?? "" }
      return (text("region"), Bilingual(zh: text("name_zh"), en: text("name_en")))
    }
    return Dictionary(all) { first, _ in first }
  }

  /// A run of now.
  public init(_ path: String, _ content: ExportContent) {
    let provenance = content.provenance
    self.path = path
    (runID, scenario, program) = (provenance.runID, provenance.scenario, provenance.program)
    inputs = provenance.inputs
    draws = provenance.draws.map { one in
      let seed = one.seed.map { ",\"seed\":\($0)" } ?? ""
      return "{\"method\":\"\(one.method)\"\(seed),\"count\":\(one.count)}"
    }
    tables = content.longTables().compactMap { RecordTable($0) }
    wording = nil
    names = content.run.map { ChangeNames($0.model) } ?? ChangeNames()
  }

  /// True for a folder that is an export, and for every file.
  public static func isExport(_ path: String) -> Bool {
    guard let names = namesInFolder(path) else { return true }
    return names.contains(ProvenanceJSON.name)
  }

  /// The table of a name.
  func table(_ id: String) -> RecordTable? { tables.first { $0.id == id } }
}
