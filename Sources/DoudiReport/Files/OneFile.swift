/// One file that appears whole or not at all.
public enum OneFile {
  /// Writes it; an older file at the place stays as it was until the new one is whole.
  ///
  /// A link is followed: what it points to is replaced, not the link. What is no file, a pipe or a device, gets the
  /// bytes as they come.
  /// - Throws: ``OutputFailure``; also where nobody reads a pipe any more.
  public static func write(_ path: String, _ body: (ByteOutput) throws -> Void) throws {
    if isStream(path) { return try stream(path, body) }
    let place = realPath(path) ?? path
    let parts = place.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let files = try FileSet(folder: parts.count == 1 ? "." : folder.isEmpty ? "/" : folder)
    try files.write(String(parts.last ?? ""), body)
    try files.commit()
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
