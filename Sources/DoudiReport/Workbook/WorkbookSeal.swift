import DoudiInputs

/// Run and hash of a workbook, kept in the comment at the end of its ZIP archive, where nothing that reads
/// workbooks looks.
///
/// The hash is of every byte before the length of the comment, and of what else the comment says. A program that
/// saves the workbook anew writes an archive without comment: then nobody can say any more whether it is as it was
/// written. The comment is short, for LibreOffice opens no archive with one of more than some 500 bytes.
struct WorkbookSeal: Equatable {
  /// Version of the program, the run and the scenario.
  let program, runID, scenario: String
  /// SHA-256, as the comment has it.
  let sha256: String

  /// Longest comment.
  private static let longest = 400
  /// Bytes of the record at the end of an archive, without comment.
  private static let endSize = 22
  private static let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  /// Adds the comment to an archive that has none.
  /// - Throws: ``OutputFailure``.
  static func add(_ provenance: Provenance, to path: String) throws {
    guard let (descriptor, size) = openFile(path) else {
      throw OutputFailure(path: path, code: lastSystemError())
    }
    let words = words(provenance.program, provenance.runID, provenance.scenario)
    let digest = size < endSize ? nil : digest(descriptor, count: size - 2, words)
    _ = closeFile(descriptor)
    guard let digest else { throw OutputFailure(path: path, code: lastSystemError()) }
    let comment = Array((words + "\"sha256\":\"\(digest)\"}").utf8)
    // A scenario may have a very long name; such a workbook goes without.
    guard comment.count <= longest else { return }
    let length = [UInt8(comment.count & 255), UInt8(comment.count >> 8)]
    let code = writeTail(length + comment, to: path, at: size - 2)
    guard code == 0 else { throw OutputFailure(path: path, code: code) }
  }

  private static func words(_ program: String, _ run: String, _ scenario: String) -> String {
    var buffer = ByteBuffer()
    buffer.append("{")
    for (key, text) in [("doudi", program), ("run_id", run), ("scenario", scenario)] {
      buffer.append(jsonKey: key)
      buffer.append(jsonString: text)
      buffer.append(",")
    }
    return buffer.text
  }

  /// What a workbook says of itself, and whether it is so; nil where it has no such comment.
  static func read(_ path: String) -> (seal: WorkbookSeal, isSound: Bool)? {
    guard let (descriptor, size) = openFile(path) else { return nil }
    defer { _ = closeFile(descriptor) }
    let tail = tail(descriptor, size)
    let tailSize = tail.count
    guard tailSize >= endSize else { return nil }
    for start in stride(from: tailSize - endSize, through: 0, by: -1)
    where tail[start] == mark[0] && tail[start..<(start + 4)].elementsEqual(mark) {
      let length = Int(tail[start + 20]) | Int(tail[start + 21]) << 8
      guard length > 0, start + endSize + length == tailSize,
        let seal = WorkbookSeal(comment: Array(tail[(start + endSize)...]), of: path)
      else { continue }
      let words = words(seal.program, seal.runID, seal.scenario)
      return (seal, digest(descriptor, count: size - length - 2, words) == seal.sha256)
    }
    return nil
  }

  /// True where anything stands behind the record at the end of an archive: a seal, or what is left of one.
  static func hasComment(_ path: String) -> Bool {
    guard let (descriptor, size) = openFile(path) else { return false }
    defer { _ = closeFile(descriptor) }
    let tail = tail(descriptor, size)
    guard tail.count >= endSize else { return false }
    let last = stride(from: tail.count - endSize, through: 0, by: -1).first {
      tail[$0] == mark[0] && tail[$0..<($0 + 4)].elementsEqual(mark)
    }
    return last.map { $0 + endSize < tail.count } ?? false
  }

  /// The bytes at the end that hold the comment.
  private static func tail(_ descriptor: Int32, _ size: Int) -> [UInt8] {
    let tailSize = min(size, endSize + longest)
    var tail = [UInt8](repeating: 0, count: tailSize)
    let isRead = tail.withUnsafeMutableBytes { readAll($0, from: descriptor, at: size - tailSize) }
    return isRead ? tail : []
  }

  private init?(comment: [UInt8], of path: String) {
    guard let file = SourceLoader.file(path: path, bytes: comment, into: DiagnosticBag()),
      let json = try? JSONView.read(file), let program = json["doudi"]?.text, let run = json["run_id"]?.text,
      let scenario = json["scenario"]?.text, let sum = json["sha256"]?.text
    else { return nil }
    (self.program, runID, self.scenario, sha256) = (program, run, scenario, sum)
  }

  /// SHA-256 of the first bytes of a file, a piece at a time, and of some words.
  private static func digest(_ descriptor: Int32, count: Int, _ words: String) -> String? {
    var running = RunningDigest()
    var offset = 0
    while offset < count {
      var piece = [UInt8](repeating: 0, count: min(1 << 20, count - offset))
      let isRead = piece.withUnsafeMutableBytes { readAll($0, from: descriptor, at: offset) }
      guard isRead else { return nil }
      running.add(piece)
      offset += piece.count
    }
    running.add(Array(words.utf8))
    return running.finish()
  }
}
