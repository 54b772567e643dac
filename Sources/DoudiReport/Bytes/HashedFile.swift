public import DoudiInputs

/// A file with its SHA-256: one that a run read, or one that an export wrote.
public struct HashedFile: Hashable, Sendable {
  /// Path as typed, or below the folder of the export.
  public let path: String
  /// Bytes.
  public let bytes: Int
  /// 64 hexadecimal digits.
  public let sha256: String

  /// A file.
  public init(path: String, bytes: Int, sha256: String) {
    (self.path, self.bytes, self.sha256) = (path, bytes, sha256)
  }

  /// Every file that was read through a loader, in the order of their paths, hashed as it was read.
  public static func read(by loader: SourceLoader) -> [HashedFile] {
    loader.files.values.filter(\.isFile).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { file in
        let raw = file.rawBytes
        return HashedFile(path: file.path, bytes: raw.count, sha256: Digest.sha256(raw))
      }
  }
}
