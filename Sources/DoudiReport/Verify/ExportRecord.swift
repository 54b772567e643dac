import DoudiInputs

/// An export as it was read back: the tables, and what it says of itself.
struct ExportRecord {
  /// Which form it has.
  enum Form: String {
    /// A folder of an export.
    case folder
    /// A workbook: its long table, and its sheets.
    case workbook
    /// A JSON file of an export.
    case json
    /// What `run --json` printed: tables without provenance.
    case run
  }

  let path: String
  let form: Form
  /// nil for what `run --json` printed.
  let provenance: ProvenanceRecord?
  let runID, scenario, program: String
  /// Tables that could be taken apart.
  let tables: [RecordTable]
  /// What was wrong with the others.
  let faults: [VerifyFault]
  /// The object of a JSON file.
  let json: JSONView?
  /// The sheets of a workbook.
  var workbook: ReadWorkbook?
  /// What became of the seal of a workbook; nil for other forms.
  var seal: SealState?
  /// Files that the run of a workbook read; other forms have them in their provenance.
  var listed: [HashedFile]?

  /// Whether a workbook is as it was written.
  enum SealState: String {
    /// Every byte is.
    case sound
    /// It has the hash, and is not.
    case broken
    /// It has no hash, as where another program saved it.
    case absent
  }

  /// Files that the run read; nil where that is not known.
  var inputs: [HashedFile]? { provenance?.inputs ?? listed }

  /// The table of a name.
  func table(_ id: String) -> RecordTable? { tables.first { $0.id == id } }
}

extension ExportRecord {
  /// A workbook that could be read. What its seal says of the run goes before what its sheets say.
  init(_ book: ReadWorkbook, _ seal: WorkbookSeal?, _ state: SealState, faults: [VerifyFault]) {
    let facts = WorkbookFacts(book)
    self.init(
      path: book.path, form: .workbook, provenance: nil, runID: seal?.runID ?? facts.runID,
      scenario: seal?.scenario ?? facts.scenario, program: seal?.program ?? facts.program,
      tables: [book.longTable()].compactMap { $0 }, faults: faults, json: nil, workbook: book, seal: state)
    listed = facts.inputs
  }
}

/// Reads exports back.
struct ExportReader {
  /// Reads what stands at a path.
  /// - Throws: ``UnreadableExport``.
  func read(_ path: String) throws(UnreadableExport) -> ExportRecord {
    let clean = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    return namesInFolder(clean) == nil ? try file(clean) : try folder(clean)
  }

  // MARK: folders

  private func folder(_ path: String) throws(UnreadableExport) -> ExportRecord {
    let name = path + "/" + ProvenanceJSON.name
    guard bytesOfFile(name) != nil else {
      throw UnreadableExport(
        message: Bilingual(
          zh: "\(path)：没有可读的\(ProvenanceJSON.name)，不是doudi export写出的文件夹",
          en: "\(path): no readable \(ProvenanceJSON.name); not a folder that doudi export wrote"))
    }
    let json = try object(name)
    guard let provenance = ProvenanceRecord(json) else { throw notAnExport(name) }
    var (tables, faults): ([RecordTable], [VerifyFault]) = ([], [])
    for one in provenance.files where one.path.hasSuffix(".csv") {
      let id = String(one.path.split(separator: "/").last?.dropLast(4) ?? "")
      guard !Self.isAside(id), let bytes = bytesOfFile(path + "/" + one.path) else { continue }
      let bag = DiagnosticBag()
      let file = SourceLoader.file(path: path + "/" + one.path, bytes: bytes, into: bag)
      let table = file.flatMap { CSVReader.read($0, into: bag) }
      faults += bag.all.filter { $0.severity == .error }.map { VerifyFault(.broken, $0.span, $0.message) }
      if let table { tables.append(RecordTable(id, table)) }
    }
    return ExportRecord(
      path: path, form: .folder, provenance: provenance, runID: provenance.runID,
      scenario: provenance.scenario, program: provenance.program, tables: tables, faults: faults, json: nil)
  }

  /// True for tables about tables, and for the data that a figure was drawn of: hashes are all that holds them.
  private static func isAside(_ id: String) -> Bool { id == "codebook" || id.hasPrefix("figure_") }

  // MARK: files

  private func file(_ path: String) throws(UnreadableExport) -> ExportRecord {
    if startsLikeArchive(path) { return try workbook(path) }
    if path.hasSuffix(".xlsx"), bytesOfFile(path) != nil {
      throw UnreadableExport(
        message: Bilingual(
          zh: "\(path)：不是工作簿（不是xlsx压缩包）", en: "\(path): no workbook (not an archive of xlsx)"))
    }
    let json = try object(path)
    guard let members = json.members else { throw notAnExport(path) }
    let provenance = json["provenance"].flatMap(ProvenanceRecord.init)
    guard provenance != nil || (json["run_id"]?.text != nil && json["ledger"] != nil) else {
      throw notAnExport(path)
    }
    var (tables, faults): ([RecordTable], [VerifyFault]) = ([], [])
    for (key, value) in members where value.elements != nil {
      if let table = RecordTable(key, json: value) {
        tables.append(table)
      } else {
        faults.append(
          VerifyFault(
            .broken, value.span,
            Bilingual(zh: "\(key)各行的键不同", en: "rows of \(key) have different keys")))
      }
    }
    return ExportRecord(
      path: path, form: provenance == nil ? .run : .json, provenance: provenance,
      runID: provenance?.runID ?? json["run_id"]?.text ?? "",
      scenario: provenance?.scenario ?? json["scenario"]?.text ?? "",
      program: provenance?.program ?? json["program"]?.text ?? "", tables: tables, faults: faults, json: json)
  }

  // MARK: workbooks

  private func startsLikeArchive(_ path: String) -> Bool {
    guard let (descriptor, size) = openFile(path) else { return false }
    defer { _ = closeFile(descriptor) }
    var start = [UInt8](repeating: 0, count: min(4, size))
    let isRead = start.withUnsafeMutableBytes { readAll($0, from: descriptor, at: 0) }
    return isRead && start == [0x50, 0x4B, 0x03, 0x04]
  }

  private func workbook(_ path: String) throws(UnreadableExport) -> ExportRecord {
    let found = WorkbookSeal.read(path)
    let state: ExportRecord.SealState =
      found.map { $0.isSound ? .sound : .broken } ?? (WorkbookSeal.hasComment(path) ? .broken : .absent)
    let changed = VerifyFault(
      .changed, file: path, Bilingual(zh: "内容与写出时不同（SHA-256）", en: "not as it was written (SHA-256)"))
    var faults = state == .broken ? [changed] : []
    do {
      let book = try ReadWorkbook(path)
      return ExportRecord(book, found?.seal, state, faults: faults + book.faults)
    } catch {
      guard let seal = found?.seal else {
        throw UnreadableExport(
          message: Bilingual(zh: "\(path)：\(error.message.zh)", en: "\(path): \(error.message.en)"))
      }
      faults.append(VerifyFault(.broken, file: path, error.message))
      return ExportRecord(
        path: path, form: .workbook, provenance: nil, runID: seal.runID, scenario: seal.scenario,
        program: seal.program, tables: [], faults: faults, json: nil, seal: state)
    }
  }

  /// The JSON object of a file.
  func object(_ path: String) throws(UnreadableExport) -> JSONView {
    guard let bytes = bytesOfFile(path) else {
      throw UnreadableExport(message: Bilingual(zh: "无法读取 \(path)", en: "cannot read \(path)"))
    }
    let bag = DiagnosticBag()
    guard let file = SourceLoader.file(path: path, bytes: bytes, into: bag) else {
      let why = bag.all.first?.message ?? Bilingual(zh: "不是文本", en: "not text")
      throw UnreadableExport(message: Bilingual(zh: "\(path)：\(why.zh)", en: "\(path): \(why.en)"))
    }
    do {
      return try JSONView.read(file)
    } catch {
      throw UnreadableExport(
        message: Bilingual(zh: "\(error.span)：不是有效的JSON", en: "\(error.span): not valid JSON"))
    }
  }

  private func notAnExport(_ path: String) -> UnreadableExport {
    UnreadableExport(
      message: Bilingual(
        zh: "\(path)：不是doudi export或run --json写出的", en: "\(path): not written by doudi export or run --json"))
  }
}
