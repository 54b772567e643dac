/// Files that appear together or not at all.
///
/// Each is written under another name beside its place and moved there by ``commit()``;
/// whatever goes wrong before leaves older files as they were and no piece behind.
public final class FileSet {
  private let folder: String
  private var pending: [(path: String, part: String)] = []

  /// Files of a folder, which is made where it is missing.
  /// - Throws: ``OutputFailure``.
  public init(folder: String) throws {
    self.folder = folder
    let code = makeFolders(folder)
    guard code == 0 else { throw OutputFailure(path: folder, code: code) }
  }

  deinit { abandon() }

  /// Writes one file under its passing name.
  /// - Throws: ``OutputFailure``.
  public func write(_ name: String, _ body: (ByteOutput) throws -> Void) throws {
    let (path, descriptor, _) = try open(name)
    let output = ByteOutput { bytes in
      let code = writeAll(bytes, to: descriptor)
      if code != 0 { throw OutputFailure(path: path, code: code) }
    }
    do {
      try body(output)
      try output.finish()
    } catch {
      _ = closeFile(descriptor)
      throw error
    }
    let code = closeFile(descriptor)
    guard code == 0 else { throw OutputFailure(path: path, code: code) }
  }

  /// Has one file written under its passing name, which `body` is given, by code that opens files itself.
  /// - Throws: ``OutputFailure`` of the file's own name.
  public func write(_ name: String, byName body: (String) throws -> Void) throws {
    let (path, descriptor, part) = try open(name)
    _ = closeFile(descriptor)
    do {
      try body(part)
    } catch let failure as OutputFailure {
      throw OutputFailure(path: path, code: failure.code, reason: failure.reason)
    }
  }

  private func open(_ name: String) throws -> (path: String, descriptor: Int32, part: String) {
    let path = folder + "/" + name
    let part = folder + "/" + LeftOver.part(of: name)
    LeftOver.remove(of: name, in: folder)
    let descriptor = createFile(part)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: -descriptor) }
    pending.append((path, part))
    PendingFiles.add(part)
    return (path, descriptor, part)
  }

  /// Moves all files to their places.
  /// - Returns: their paths.
  /// - Throws: ``OutputFailure``.
  @discardableResult
  public func commit() throws -> [String] {
    let paths = pending.map(\.path)
    while let next = pending.first {
      let code = replaceFile(next.path, with: next.part)
      guard code == 0 else { throw OutputFailure(path: next.path, code: code) }
      pending.removeFirst()
    }
    PendingFiles.removeAll()
    return paths
  }

  private func abandon() {
    for file in pending { removeFile(file.part) }
    PendingFiles.removeAll()
  }
}
