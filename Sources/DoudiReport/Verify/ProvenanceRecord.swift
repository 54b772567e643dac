import DoudiInputs

/// What an export says of where it comes from, as it was read back.
struct ProvenanceRecord {
  let runID, scenario, program: String
  /// Files that the run read.
  let inputs: [HashedFile]
  /// Files of the export, or arrays of a JSON file.
  let files: [HashedFile]
  /// How draws were made, as written; nil without draws.
  let draws: String?
  /// The object.
  let json: JSONView

  /// nil where it is no such object.
  init?(_ json: JSONView) {
    guard let run = json["run_id"]?.text, let scenario = json["scenario"]?.text,
      let program = json["program"]?.text, let inputs = Self.hashed(json["inputs"]),
      let files = Self.hashed(json["files"])
    else { return nil }
    (runID, self.scenario, self.program, self.inputs, self.files) = (run, scenario, program, inputs, files)
    draws = json["draws"].map { String(decoding: $0.bytes, as: UTF8.self) }
    self.json = json
  }

  private static func hashed(_ list: JSONView?) -> [HashedFile]? {
    guard let elements = list?.elements else { return nil }
    let found = elements.compactMap { one -> HashedFile? in
      guard let path = one["path"]?.text, let bytes = one["bytes"]?.whole, let sum = one["sha256"]?.text
      else { return nil }
      return HashedFile(path: path, bytes: bytes, sha256: sum)
    }
    return found.count == elements.count ? found : nil
  }

  /// False where the bytes are not those that the seal is of.
  var isSealed: Bool {
    let bytes = Array(json.bytes)
    guard let seal = json["seal"]?.text else { return false }
    let end = Array((ProvenanceJSON.sealKey + seal + "\"}").utf8)
    guard bytes.count > end.count, bytes.suffix(end.count).elementsEqual(end) else { return false }
    return Digest.sha256(Array(bytes.dropLast(end.count))) == seal
  }
}
