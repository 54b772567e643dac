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
  /// How draws were made, in words; nil without draws.
  let draws: String?
  /// What its codes are called; empty for what was read back.
  let names: ChangeNames

  /// An export that was written earlier, or what `run --json` printed.
  /// - Throws: ``UnreadableExport``.
  public init(reading path: String) throws(UnreadableExport) {
    let record = try ExportReader().read(path)
    guard record.form != .workbook else {
      throw UnreadableExport(
        message: Bilingual(
          zh: "\(path)：工作簿不能用来比较，请用同一次导出的csv、json或package",
          en: "\(path): a workbook is not compared; name the csv, json or package of the same run"))
    }
    self.path = path
    (runID, scenario, program) = (record.runID, record.scenario, record.program)
    inputs = record.provenance?.inputs
    draws = record.provenance?.draws
    tables = record.tables
    names = ChangeNames()
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
