import DoudiInputs

/// Whether the files of an export are those that were written.
struct FileChecks {
  private let record: ExportRecord

  init(_ record: ExportRecord) { self.record = record }

  /// Faults of files or arrays, and how many were held against their hash.
  func run() -> (faults: [VerifyFault], count: Int) {
    guard let provenance = record.provenance else { return ([], record.form == .workbook ? 1 : 0) }
    let seal =
      provenance.isSealed
      ? []
      : [
        VerifyFault(
          .changed, provenance.json.span,
          Bilingual(zh: "来源说明与写出时不同", en: "the provenance is not as it was written"))
      ]
    let found = record.form == .folder ? folder(provenance) : arrays(provenance)
    return (seal + found, provenance.files.count)
  }

  // MARK: folders

  private func folder(_ provenance: ProvenanceRecord) -> [VerifyFault] {
    var faults: [VerifyFault] = []
    for one in provenance.files {
      let path = record.path + "/" + one.path
      guard let bytes = bytesOfFile(path) else {
        faults.append(VerifyFault(.missing, file: path, Bilingual(zh: "文件不在了", en: "the file is missing")))
        continue
      }
      if let fault = changed(
        bytes.count, Digest.sha256(bytes), one, SourceSpan(file: path, line: 1, column: 1))
      {
        faults.append(fault)
      }
    }
    let known = Set(provenance.files.map(\.path) + [ProvenanceJSON.name])
    for name in Self.names(record.path) where !known.contains(name) {
      faults.append(
        VerifyFault(
          .extra, file: record.path + "/" + name, Bilingual(zh: "多出来的文件", en: "a file that was not written")))
    }
    return faults + descriptor(provenance)
  }

  /// Files below a folder; what Python, Jupyter and file managers leave behind is no part of it.
  private static func names(_ folder: String, _ prefix: String = "") -> [String] {
    (namesInFolder(folder) ?? []).filter { !$0.hasPrefix(".") && $0 != "__pycache__" }.flatMap { name in
      let path = folder + "/" + name
      return namesInFolder(path) == nil ? [prefix + name] : names(path, prefix + name + "/")
    }
  }

  /// The descriptor of a data package holds the same hashes.
  private func descriptor(_ provenance: ProvenanceRecord) -> [VerifyFault] {
    let path = record.path + "/" + DataPackage.name
    guard bytesOfFile(path) != nil, let json = try? ExportReader().object(path),
      let resources = json["resources"]?.elements
    else { return [] }
    let hashes = Dictionary(provenance.files.map { ($0.path, $0.sha256) }) { first, _ in first }
    return resources.compactMap { one in
      guard let name = one["path"]?.text, let hash = one["hash"], let known = hashes[name],
        hash.text != "sha256:" + known
      else { return nil }
      return VerifyFault(
        .descriptor, hash.span,
        Bilingual(
          zh: "\(name)的哈希与\(ProvenanceJSON.name)不同",
          en: "the hash of \(name) is not that of \(ProvenanceJSON.name)"))
    }
  }

  private func changed(_ bytes: Int, _ sum: String, _ one: HashedFile, _ span: SourceSpan) -> VerifyFault? {
    guard sum != one.sha256 || bytes != one.bytes else { return nil }
    let size =
      bytes == one.bytes
      ? ("", "") : ("，原有\(one.bytes)字节，现有\(bytes)", ", \(one.bytes) bytes then, \(bytes) now")
    return VerifyFault(
      .changed, span,
      Bilingual(zh: "内容与写出时不同（SHA-256）\(size.0)", en: "not as it was written (SHA-256)\(size.1)"))
  }

  // MARK: arrays

  private func arrays(_ provenance: ProvenanceRecord) -> [VerifyFault] {
    guard let members = record.json?.members else { return [] }
    let known = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    var faults: [VerifyFault] = []
    for one in provenance.files {
      guard let value = known[one.path] else {
        faults.append(
          VerifyFault(
            .missing, file: record.path, Bilingual(zh: "\(one.path)不在了", en: "\(one.path) is missing")))
        continue
      }
      let bytes = Array(value.bytes)
      if let fault = changed(bytes.count, Digest.sha256(bytes), one, value.span) { faults.append(fault) }
    }
    let listed = Set(provenance.files.map(\.path))
    for (key, value) in members where value.elements != nil && !listed.contains(key) {
      faults.append(
        VerifyFault(.extra, value.span, Bilingual(zh: "多出来的\(key)", en: "\(key) was not written")))
    }
    if known["program"]?.text != provenance.program {
      faults.append(
        VerifyFault(
          .changed, known["program"]?.span ?? provenance.json.span,
          Bilingual(zh: "program与来源说明不同", en: "program is not that of the provenance")))
    }
    return faults
  }

  // MARK: inputs

  /// What became of the files that the run read, as seen from here; where none is there nothing is said.
  func notes() -> [Bilingual] {
    let inputs = record.inputs ?? []
    let seen = inputs.compactMap { one in bytesOfFile(one.path).map { (one, Digest.sha256($0)) } }
    guard !seen.isEmpty else { return [] }
    let other = seen.filter { $0.0.sha256 != $0.1 }.map(\.0.path)
    var notes = [
      Bilingual(
        zh: "\(inputs.count)个输入文件中\(seen.count)个在此，\(seen.count - other.count)个未变",
        en: "\(seen.count) of \(inputs.count) input files are here, \(seen.count - other.count) as they were")
    ]
    notes += other.map {
      Bilingual(zh: "输入文件已变：\($0)", en: "an input is not as it was: \($0)")
    }
    return notes
  }
}
