import DoudiInputs

/// A folder whose files appear together or not at all.
///
/// Everything is written into a folder beside the place and then put there in one step; an older export at
/// the place stays whole until then and is removed afterwards. A process that is killed leaves the old folder
/// or the new one, and perhaps a hidden folder `.NAME.NUMBER.part` beside it, which the next export to the place
/// removes.
public final class FolderSwap {
  /// The file by which an earlier export is known: it says what the folder holds.
  static let record = "provenance.json"

  private let place, part: String
  private var folders: Set<String> = []
  /// The files so far, in the order of writing.
  public private(set) var files: [HashedFile] = []
  private var isDone = false

  /// A folder in the making.
  /// - Throws: ``OutputFailure`` where there can be none, or where something stands at the place that is not
  ///   an earlier export: a folder without `provenance.json`.
  public init(_ folder: String) throws {
    place = realPath(folder) ?? (folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    if let names = namesInFolder(place)?.filter({ $0 != "." && $0 != ".." }), !names.isEmpty,
      !names.contains(Self.record)
    {
      throw OutputFailure(path: folder, code: 0, reason: Self.taken)
    }
    let parts = place.split(separator: "/", omittingEmptySubsequences: false)
    let above = parts.dropLast().joined(separator: "/")
    let prefix = parts.count > 1 ? above + "/" : ""
    if parts.count > 1, !above.isEmpty {
      let code = makeFolders(above)
      guard code == 0 else { throw OutputFailure(path: folder, code: code) }
    }
    let name = String(parts.last ?? "")
    part = prefix + LeftOver.part(of: name)
    removeTree(part)
    LeftOver.remove(of: name, in: parts.count == 1 ? "." : above.isEmpty ? "/" : above)
    let code = makeFolders(part)
    guard code == 0 else { throw OutputFailure(path: folder, code: code) }
    PendingFiles.add(folder: part)
  }

  deinit {
    guard !isDone else { return }
    removeTree(part)
    PendingFiles.removeAll()
  }

  private static let taken = Bilingual(
    zh: "文件夹中有其他文件（没有provenance.json），请换一个文件夹或先清空",
    en: "the folder holds other files (no provenance.json); name another or empty it first")

  /// Writes one file, in a subfolder where its name has one.
  /// - Throws: ``OutputFailure``.
  public func write(_ name: String, _ body: (ByteOutput) throws -> Void) throws {
    let path = part + "/" + name
    try makeFolder(of: name)
    let descriptor = createFile(path)
    guard descriptor >= 0 else { throw OutputFailure(path: place + "/" + name, code: -descriptor) }
    PendingFiles.add(path)
    let digest = Running()
    let output = ByteOutput { bytes in
      digest.value.add(bytes)
      let code = writeAll(bytes, to: descriptor)
      if code != 0 { throw OutputFailure(path: self.place + "/" + name, code: code) }
    }
    do {
      try body(output)
      try output.finish()
    } catch {
      _ = closeFile(descriptor)
      throw error
    }
    let code = closeFile(descriptor)
    guard code == 0 else { throw OutputFailure(path: place + "/" + name, code: code) }
    files.append(HashedFile(path: name, bytes: digest.value.count, sha256: digest.value.finish()))
  }

  /// Puts the folder in its place.
  /// - Throws: ``OutputFailure``; an older folder is then as it was.
  public func commit() throws {
    let code = replaceFolder(place, with: part)
    guard code == 0 else { throw OutputFailure(path: place, code: code) }
    isDone = true
    PendingFiles.removeAll()
  }

  private func makeFolder(of name: String) throws {
    let folder = name.split(separator: "/").dropLast().joined(separator: "/")
    guard !folder.isEmpty, folders.insert(folder).inserted else { return }
    let code = makeFolders(part + "/" + folder)
    guard code == 0 else { throw OutputFailure(path: place + "/" + name, code: code) }
    PendingFiles.add(folder: part + "/" + folder)
  }

  private final class Running {
    var value = RunningDigest()
  }
}
