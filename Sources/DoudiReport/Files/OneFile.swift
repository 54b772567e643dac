import DoudiInputs

/// One file that appears whole or not at all.
public enum OneFile {
  /// Writes it; an older file at the place stays as it was until the new one is whole.
  ///
  /// A link is followed: what it points to is replaced, not the link. What is no file, a pipe or a device, gets the
  /// bytes as they come.
  /// - Throws: ``OutputFailure``; also where nobody reads a pipe any more.
  public static func write(_ path: String, _ body: (ByteOutput) throws -> Void) throws {
    if isStream(path) { return try stream(path, body) }
    let (files, name) = try place(path)
    try files.write(name, body)
    try files.commit()
  }

  /// The same for what opens the file itself; a pipe or device is refused.
  /// - Throws: ``OutputFailure``.
  public static func write(_ path: String, byName body: (String) throws -> Void) throws {
    guard !isStream(path) else {
      throw OutputFailure(
        path: path, code: 0,
        reason: Bilingual(zh: "须写成文件，不能写到管道", en: "it has to be a file, not a pipe or device"))
    }
    let (files, name) = try place(path)
    try files.write(name, byName: body)
    try files.commit()
  }

  private static func place(_ path: String) throws -> (FileSet, String) {
    let place = realPath(path) ?? path
    let parts = place.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    return (
      try FileSet(folder: parts.count == 1 ? "." : folder.isEmpty ? "/" : folder), String(parts.last ?? "")
    )
  }

  private static func stream(_ path: String, _ body: (ByteOutput) throws -> Void) throws {
    let descriptor = openStream(path)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: -descriptor) }
    defer { _ = closeFile(descriptor) }
    let output = ByteOutput { bytes in
      let code = writeAll(bytes, to: descriptor)
      if code != 0 { throw OutputFailure(path: path, code: code) }
    }
    try body(output)
    try output.finish()
  }
}
