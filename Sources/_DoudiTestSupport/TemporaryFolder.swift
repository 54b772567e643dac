import Foundation

/// A folder that is gone when the last reference to it is.
public final class TemporaryFolder: Sendable {
  /// Absolute path, without a slash at the end.
  public let path: String

  /// An empty folder with a name of its own.
  /// - Throws: where it cannot be made.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("doudi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, folders on the way included.
  /// - Throws: where it cannot be written.
  public func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
