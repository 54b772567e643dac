/// Provenance for machines: the file `provenance.json` of a folder, and the key `provenance` elsewhere.
public enum ProvenanceJSON {
  /// Name of the file in a folder of an export.
  public static let name = FolderSwap.record

  /// What stands before the seal.
  static let sealKey = ",\n\"seal\":\""

  /// Writes one object: {schema_version, run_id, scenario, program, kind, time, year, prices, set, reforms, draws,
  /// inputs, files, assumptions, seal}. The seal is the SHA-256 of the bytes before it, so that a changed digit
  /// shows here, too.
  /// - Parameters:
  ///   - provenance: what is said.
  ///   - files: the files of the folder, with their hashes.
  ///   - output: receives the bytes.
  /// - Throws: where the bytes cannot be written.
  public static func write(_ provenance: Provenance, files: [HashedFile], to output: ByteOutput) throws {
    let bytes = try ByteOutput.collect { try body(provenance, files: files, to: $0) }
    try output.write(bytes)
    output.buffer.append(sealKey)
    output.buffer.append(Digest.sha256(bytes))
    output.buffer.append("\"}\n")
    try output.finish()
  }

  private static func body(_ provenance: Provenance, files: [HashedFile], to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema)")
    for (key, text) in [
      ("run_id", provenance.runID), ("scenario", provenance.scenario), ("program", provenance.program),
      ("kind", provenance.isTrial ? "trial" : "budget"), ("prices", Provenance.prices.id),
      ("currency", "CNY"),
    ] {
      output.buffer.append(",\n")
      output.buffer.append(jsonKey: key)
      output.buffer.append(jsonString: text)
    }
    append(time: provenance, to: &output.buffer)
    if let year = provenance.year { output.buffer.append(",\n\"year\":\(year)") }
    append("set", provenance.sets, to: &output.buffer)
    append("reforms", provenance.reforms, to: &output.buffer)
    append("inputs", provenance.inputs, to: &output.buffer)
    append("files", files, to: &output.buffer)
    if let assumptions = provenance.assumptions {
      output.buffer.append(",\n\"assumptions\":")
      try JSONRows.write(assumptions, to: output)
    }
  }

  private static func append(time provenance: Provenance, to buffer: inout ByteBuffer) {
    if let time = provenance.time {
      buffer.append(",\n\"time\":{")
      for (place, (key, text)) in [("first", time.first), ("last", time.last), ("step", time.step)]
        .enumerated()
      {
        if place > 0 { buffer.append(",") }
        buffer.append(jsonKey: key)
        buffer.append(jsonString: text)
      }
      buffer.append("}")
    }
    guard let draws = provenance.draws else { return }
    buffer.append(",\n\"draws\":{\"method\":")
    buffer.append(jsonString: draws.method)
    if let seed = draws.seed { buffer.append(",\"seed\":\(seed)") }
    buffer.append(",\"count\":\(draws.count)}")
  }

  private static func append(_ key: String, _ texts: [String], to buffer: inout ByteBuffer) {
    buffer.append(",\n")
    buffer.append(jsonKey: key)
    buffer.append("[")
    for (place, text) in texts.enumerated() {
      if place > 0 { buffer.append(",") }
      buffer.append(jsonString: text)
    }
    buffer.append("]")
  }

  private static func append(_ key: String, _ files: [HashedFile], to buffer: inout ByteBuffer) {
    buffer.append(",\n")
    buffer.append(jsonKey: key)
    buffer.append("[")
    for (place, file) in files.enumerated() {
      buffer.append(place > 0 ? ",\n{\"path\":" : "\n{\"path\":")
      buffer.append(jsonString: file.path)
      buffer.append(",\"bytes\":\(file.bytes),\"sha256\":\"\(file.sha256)\"}")
    }
    buffer.append("]")
  }
}
